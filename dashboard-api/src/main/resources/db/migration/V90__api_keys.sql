-- API keys that were made (H2), each with its secrets, known by their hashes only. A key that is revoked is deleted: the
-- topic of access says so for ever. A rotated key has the former secret as well, until that ends.
create table api_key (
    id         uuid        primary key,
    portal     text        not null,
    name       text        not null,
    scopes     text[]      not null,
    made_by    text        not null,
    made_at    timestamptz not null,
    expires_at timestamptz,
    version    bigint      not null,
    unique (portal, name)
);

create table api_key_secret (
    hash       text        primary key,
    key_id     uuid        not null references api_key (id) on delete cascade,
    made_at    timestamptz not null,
    -- Until then it is good although there is a newer one; null for the newest, which is good as long as the key.
    good_until timestamptz,
    version    bigint      not null
);

create index api_key_secret_of_key on api_key_secret (key_id);
