-- A note may come before its ticket has a survey (A9): it is then written on no response, and is shown with the newest of its
-- ticket once there is one.
alter table note alter column written_on drop not null;
alter table note alter column response_id drop not null;
alter table note add column ticket_id text;
create index note_before_surveys on note (portal, ticket_id) where written_on is null;
