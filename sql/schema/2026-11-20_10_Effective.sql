-- Findings that only a person's correction brought about: they go when it is taken back.
alter table finding add column is_effective boolean default false;
