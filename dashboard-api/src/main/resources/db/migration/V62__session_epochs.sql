-- How often each person has signed out (H1): the sessions of an earlier count are over.
create table session_epoch (
    name       text        primary key,
    epoch      bigint      not null,
    changed_at timestamptz not null default now()
);
