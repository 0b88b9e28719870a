-- Portals as alerting first saw them. built_to: the last alert instant that the clock has built.
CREATE TABLE alert_portal (
    portal      text PRIMARY KEY,
    known_since timestamptz NOT NULL,
    built_to    timestamptz NOT NULL
);

-- Alert time and zone as they came into force: instants up to a change stay what they were (C2).
CREATE TABLE alert_schedule (
    portal     text NOT NULL REFERENCES alert_portal,
    since      timestamptz NOT NULL,
    alert_time time NOT NULL,
    zone       text NOT NULL,
    PRIMARY KEY (portal, since)
);

-- The newest decision per response. The decision is kept as it came: survey text may hold what jsonb refuses.
CREATE TABLE candidate (
    portal           text NOT NULL,
    response_id      text NOT NULL,
    response_version bigint NOT NULL,
    support_group    text NOT NULL,
    submitted_at     timestamptz NOT NULL,
    replaces         text,
    decision         bytea, -- null: nothing that a digest could list or count
    listed_group     text,  -- the group it was listed for in a digest
    PRIMARY KEY (portal, response_id)
);
CREATE INDEX candidate_received ON candidate (portal, submitted_at) WHERE decision IS NOT NULL;
CREATE INDEX candidate_moved ON candidate (portal)
    WHERE decision IS NOT NULL AND listed_group IS NOT NULL AND listed_group <> support_group;

CREATE TABLE period (
    portal      text NOT NULL,
    period_from timestamptz NOT NULL,
    period_to   timestamptz NOT NULL,
    built_at    timestamptz NOT NULL,
    late        boolean NOT NULL,
    PRIMARY KEY (portal, period_to)
);

CREATE TABLE digest (
    id          uuid PRIMARY KEY,
    portal      text NOT NULL,
    contact_id  text NOT NULL,
    period_from timestamptz NOT NULL,
    period_to   timestamptz NOT NULL,
    built_at    timestamptz NOT NULL,
    responses   integer NOT NULL,
    content     bytea NOT NULL, -- all that it says, as JSON
    subject     text,           -- from here: as rendered, once
    html        text,
    body        text,
    pdf         bytea,
    UNIQUE (portal, period_to, contact_id)
);

-- Nobody gets the same response in two digests.
CREATE TABLE shown (
    portal      text NOT NULL,
    response_id text NOT NULL,
    contact_id  text NOT NULL,
    digest_id   uuid NOT NULL REFERENCES digest,
    PRIMARY KEY (portal, response_id, contact_id)
);
CREATE INDEX shown_digest ON shown (digest_id);

CREATE TABLE delivery (
    id          uuid PRIMARY KEY,
    portal      text NOT NULL,
    channel     text NOT NULL,
    digest_id   uuid NOT NULL REFERENCES digest,
    contact_id  text NOT NULL,
    address     text NOT NULL,
    state       text NOT NULL CHECK (state IN ('QUEUED', 'SENDING', 'SENT', 'FAILED')),
    attempt     integer NOT NULL DEFAULT 0, -- grows with every claim, for ever: whoever holds an older one has lost it
    tries       integer NOT NULL DEFAULT 0, -- since it was queued
    resends     integer NOT NULL DEFAULT 0,
    due_at      timestamptz NOT NULL DEFAULT now(),
    lease_until timestamptz,
    error       text,
    created_at  timestamptz NOT NULL DEFAULT now(),
    sent_at     timestamptz
);
CREATE INDEX delivery_open ON delivery (due_at) WHERE state IN ('QUEUED', 'SENDING');
CREATE INDEX delivery_portal ON delivery (portal, created_at);
CREATE INDEX delivery_digest ON delivery (digest_id);

CREATE TABLE delivery_attempt (
    delivery_id uuid NOT NULL REFERENCES delivery,
    attempt     integer NOT NULL,
    started_at  timestamptz NOT NULL DEFAULT now(),
    sending_at  timestamptz, -- from here the mail server may have taken it
    finished_at timestamptz,
    outcome     text CHECK (outcome IN ('SENT', 'FAILED', 'LOST')),
    error       text,
    PRIMARY KEY (delivery_id, attempt)
);
