-- Whom a provider of OpenID Connect knows a person as (H1): an issuer gives a subject to one person, and never to another.
create table person_identity (
    issuer    text        not null,
    subject   text        not null,
    login     text        not null references person (login) on delete cascade,
    linked_at timestamptz not null,
    primary key (issuer, subject),
    -- A person is one at an issuer: who comes as somebody else is not let in beside.
    unique (login, issuer)
);

-- The roles that the provider's claims give, as of the newest sign-in; they count beside those that were given by hand.
alter table membership add column claimed text[] not null default '{}';
