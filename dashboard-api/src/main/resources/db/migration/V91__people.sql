-- People (H1): one over all portals, known by their login. Those of AMENDS_USERS need no row; one that they have all the
-- same holds what portals have added.
create table person (
    login         text   primary key,
    name          text   not null,
    email         text,
    -- bcrypt; null until they have set a password.
    password_hash text,
    version       bigint not null
);
-- Logins that differ in nothing but case would be taken for each other.
create unique index person_in_any_case on person (lower(login));

-- What a person is in a portal, or in * over the whole installation.
create table membership (
    portal  text    not null,
    login   text    not null references person (login),
    roles   text[]  not null,
    -- Own groups beside those that the contact has; null: none were named.
    groups  text[],
    contact text,
    active  boolean not null,
    version bigint  not null,
    primary key (portal, login)
);
create index membership_of_person on membership (login);

-- When each person signed in last; a row without a sign-out has epoch 0.
alter table session_epoch add column signed_in_at timestamptz;
