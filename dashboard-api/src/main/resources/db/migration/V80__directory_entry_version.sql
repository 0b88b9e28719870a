-- The version of an entry is its ETag. A row begins with a number of the sequence that every change draws from, and each
-- change counts it up by one. So it is never above the sequence, and an entry that is made anew begins above all that the
-- former one had.
alter table directory_entry add column version bigint not null default nextval('directory_change');
