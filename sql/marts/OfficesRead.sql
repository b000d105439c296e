-- Keeps how offices are read: three lists side by side.
insert into office_reading
select unnest($offices), unnest($pinyin), unnest($initials);
