-- What people and keys have changed, as the topic has it (H4). It is only ever added to.
create table audit_entry (
    id     text        not null primary key,
    -- * for what belongs to no portal.
    portal text        not null,
    at     timestamptz not null,
    who    text        not null,
    what   text        not null,
    -- The whole entry, as it was published.
    entry  jsonb       not null,
    -- Lower case: all that a search looks at.
    search text        not null
);
create index audit_newest on audit_entry (portal, at desc, id desc);

create function audit_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the audit log cannot be changed (H4)';
end $$;
create trigger audit_append_only before update or delete on audit_entry
    for each row execute function audit_is_append_only();
create trigger audit_not_truncated before truncate on audit_entry
    for each statement execute function audit_is_append_only();
