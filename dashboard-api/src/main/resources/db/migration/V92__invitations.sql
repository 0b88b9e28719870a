-- The link by which somebody sets their first password (H1): known by its hash only, good once and for a day. A person has
-- one at most, and a newer one ends the one before.
create table invitation (
    login      text        primary key references person (login) on delete cascade,
    token_hash text        not null unique,
    expires_at timestamptz not null
);
