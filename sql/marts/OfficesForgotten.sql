-- New definitions may read them in another way.
delete from office_reading;
