create extension if not exists pg_trgm;

-- The directory as it was put (F6). Published through the outbox to the compacted topic.
create table directory_entry (
    portal     text        not null,
    type       text        not null,
    code       text        not null,
    entry      jsonb       not null,
    changed_at timestamptz not null,
    primary key (portal, type, code)
);

-- Names each publication of an entry, so that a change back to an earlier value is an event of its own.
create sequence directory_change;

-- One row per response: its newest decision, and what the report filters and sorts by (F1).
create table response (
    portal        text        not null,
    response_id   text        not null,
    version       bigint      not null,
    ticket_id     text,
    support_group text        not null,
    received_at   timestamptz not null,
    -- False: replaced or quarantined, so not in the report.
    listed        boolean     not null,
    superseded_by text,
    overall       numeric,
    candidate     boolean     not null,
    customer      text,
    -- Lower case: customer, company, comment, ticket, agent, response.
    search        text        not null,
    decision      jsonb,
    -- Kept here though they follow from the notes: the report filters a million rows by them.
    note_count    integer     not null default 0,
    ever_spoke    boolean     not null default false,
    primary key (portal, response_id)
);
create index response_newest on response (portal, received_at desc, response_id) where listed;
create index response_by_group on response (portal, support_group, received_at desc) where listed;
create index response_rated on response (portal, overall, received_at desc) include (support_group, note_count) where listed;
create index response_noted on response (portal, received_at desc) where listed and note_count > 0;
create index response_waiting on response (portal, received_at) where listed and candidate and note_count = 0;
create index response_ticket on response (portal, ticket_id);
create index response_search on response using gin (search gin_trgm_ops) where listed;

-- Notes as notes-service published them; they follow their response when it is replaced (A4).
create table note (
    note_id     text        not null primary key,
    portal      text        not null,
    response_id text        not null,
    at          timestamptz not null,
    spoke       boolean     not null,
    note        jsonb       not null
);
create index note_of_response on note (portal, response_id, at desc);

-- The newest state of the case of a ticket (D7).
create table ticket_case (
    portal    text   not null,
    ticket_id text   not null,
    version   bigint not null,
    case_id   text   not null,
    state     text   not null,
    primary key (portal, ticket_id)
);

-- What became of the follow-up survey of a closed case (E1, E2).
create table follow_up (
    portal  text not null,
    case_id text not null,
    skipped text,
    primary key (portal, case_id)
);
