-- Sources of webhooks (A10): who may send, what came, and what became of it.

-- By what the webhooks of a source are told from forged ones; each is sealed with AMENDS_SECRETS_KEY.
CREATE TABLE source_secret (
    portal     text        NOT NULL,
    source     text        NOT NULL,
    current    text        NOT NULL,
    previous   text,
    api        text,                 -- for the vendor's API
    api_base   text,                 -- the address that it is for: it is sent to no other one
    changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (portal, source)
);

-- How many webhooks a source had taken and refused, and when one was taken last.
CREATE TABLE source_tally (
    portal   text   NOT NULL,
    source   text   NOT NULL,
    accepted bigint NOT NULL DEFAULT 0,
    refused  bigint NOT NULL DEFAULT 0,
    last_at  timestamptz,
    PRIMARY KEY (portal, source)
);

-- A webhook as it came, for as long as the portal keeps it (A12).
CREATE TABLE source_webhook (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    portal       text        NOT NULL,
    source       text        NOT NULL,
    vendor       text        NOT NULL,
    received_at  timestamptz NOT NULL,
    message_id   text,
    content_type text,
    body         bytea       NOT NULL
);
CREATE INDEX source_webhook_by_age ON source_webhook (received_at);

-- What became of each event in a webhook; and webhooks that were refused at the door, counted, without a body.
CREATE TABLE source_delivery (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    webhook         bigint REFERENCES source_webhook ON DELETE CASCADE,
    portal          text        NOT NULL,
    source          text        NOT NULL,
    at              timestamptz NOT NULL,
    event_id        text,
    outcome         text        NOT NULL
        CHECK (outcome IN ('ACCEPTED', 'REPEATED', 'IGNORED', 'OPTED_OUT', 'WAITING', 'REFUSED', 'UNSIGNED', 'FAILED')),
    reason          text,
    response_id     text,
    mapping_version integer,
    body            bytea               -- what the mapping read
);
CREATE INDEX source_delivery_newest ON source_delivery (portal, source, id DESC);
CREATE INDEX source_delivery_of_webhook ON source_delivery (webhook);
-- An event has an effect once.
CREATE UNIQUE INDEX source_delivery_once ON source_delivery (portal, source, event_id)
    WHERE outcome IN ('ACCEPTED', 'OPTED_OUT', 'WAITING');
