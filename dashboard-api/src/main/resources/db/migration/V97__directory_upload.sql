-- Files with entries of the directory that somebody looks at before they are applied. One a person, portal and list; it is
-- gone once it is applied, and after an hour.
create table directory_upload (
    id          uuid        primary key,
    portal      text        not null,
    list        text        not null,
    uploaded_by text        not null,
    uploaded_at timestamptz not null,
    content     bytea       not null
);
create index directory_upload_of_portal on directory_upload (portal, list, uploaded_by);
