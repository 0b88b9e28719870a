-- One row per ticket, only to be locked: it orders what several partitions say about the same ticket.
CREATE TABLE ticket (
    key text COLLATE "C" PRIMARY KEY
);

-- The truth about a response as it stands.
CREATE TABLE response (
    portal           text        NOT NULL,
    response_id      text        NOT NULL,
    ticket_key       text COLLATE "C" NOT NULL,
    version          bigint      NOT NULL,
    state            text        NOT NULL,
    response         jsonb       NOT NULL, -- what counts: the newest version with corrections
    source           jsonb,                -- the newest version as sent, where it differs
    corrections      jsonb,                -- what a person corrected (JSON Merge Patch)
    body_hash        text        NOT NULL,
    accepted_at      timestamptz NOT NULL,
    reasons          jsonb       NOT NULL,
    replaced_by      text,
    replaces         text,
    ever_recorded    boolean     NOT NULL,
    repaired         boolean     NOT NULL,
    recorded_at      timestamptz NOT NULL,
    directory_offset bigint      NOT NULL,
    PRIMARY KEY (portal, response_id)
);
CREATE INDEX response_by_ticket ON response (ticket_key);
CREATE INDEX response_quarantined ON response (portal, recorded_at) WHERE state = 'QUARANTINED';

-- What happened to a response: every change, and versions that came too late to change anything.
CREATE TABLE history (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    portal      text        NOT NULL,
    response_id text        NOT NULL,
    at          timestamptz NOT NULL,
    what        text        NOT NULL,
    version     bigint,
    state       text,
    person      text,
    reason      text,
    response    jsonb       NOT NULL
);
CREATE INDEX history_of_response ON history (portal, response_id, id);

-- The inbox of this service: on Kafka the delivery is source and id within the portal (A2). The hash tells a
-- repetition from another body under the same key.
CREATE TABLE delivery (
    portal      text        NOT NULL,
    source      text        NOT NULL,
    id          text        NOT NULL,
    body_hash   text        NOT NULL,
    received_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (portal, source, id)
);
CREATE INDEX delivery_by_age ON delivery (received_at);

-- Another body under a key that was used before: not applied, but listed.
CREATE TABLE conflict (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    portal      text        NOT NULL,
    source      text        NOT NULL,
    event_id    text        NOT NULL,
    body_hash   text        NOT NULL,
    accepted_at timestamptz NOT NULL,
    response    jsonb       NOT NULL,
    UNIQUE (portal, source, event_id, body_hash)
);

-- Records of portals that the directory does not know yet. They wait here, so that they block nobody else.
CREATE TABLE parked (
    topic       text        NOT NULL,
    part        integer     NOT NULL,
    position    bigint      NOT NULL,
    portal      text        NOT NULL,
    accepted_at timestamptz NOT NULL,
    key         bytea,
    value       bytea       NOT NULL,
    headers     jsonb       NOT NULL, -- [name, base64 or null]
    PRIMARY KEY (topic, part, position)
);
