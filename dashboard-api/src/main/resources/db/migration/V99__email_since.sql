-- Since when a person has their email (H1): by a verified email somebody is whoever has had it longest, so that nobody who adds
-- it a second time keeps them out.
alter table person add column email_since timestamptz not null default now();
