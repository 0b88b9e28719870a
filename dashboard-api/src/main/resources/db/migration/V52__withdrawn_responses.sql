-- Of each response the highest version that waits in quarantine after it had counted (A5): what is not higher is not listed.
create table withdrawal (
    portal      text   not null,
    response_id text   not null,
    version     bigint not null,
    primary key (portal, response_id)
);

-- Where a note was written; response_id is where it is shown, which follows from how the ticket's responses stand (A4).
alter table note add column written_on text;
update note set written_on = response_id;
alter table note alter column written_on set not null;
create index note_written on note (portal, written_on);

-- How the customer would rather be reached: call or email, or what the source says.
alter table response add column preferred_contact text;
update response set preferred_contact = decision #>> '{response,customer,preferredContact}';
