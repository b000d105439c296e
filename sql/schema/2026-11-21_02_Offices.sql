-- How the names of offices are read, for those who type pinyin; empty where a character has no reading.
create table office_reading (
    office varchar not null primary key,
    pinyin varchar not null,
    initials varchar not null
);
