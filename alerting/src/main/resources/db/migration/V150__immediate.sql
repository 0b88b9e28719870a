-- Decisions that may have to be told at once, and at which nobody has looked yet (C7).
ALTER TABLE candidate ADD COLUMN alert_open boolean NOT NULL DEFAULT false;
CREATE INDEX candidate_alert_open ON candidate (portal) WHERE alert_open;

-- Who is told of which response at once, and by which channel: once, so that no row is ever made twice.
CREATE TABLE immediate_case (
    portal      text        NOT NULL,
    response_id text        NOT NULL,
    contact_id  text        NOT NULL,
    channel     text        NOT NULL,
    flagged_at  timestamptz NOT NULL,
    delivery_id uuid        REFERENCES delivery, -- the message that tells it; null: it waits for its turn
    waited      text        NOT NULL DEFAULT 'NOTHING', -- what it waited for: NOTHING, the TURN, or QUIET time
    PRIMARY KEY (portal, response_id, contact_id, channel)
);
CREATE INDEX immediate_case_open ON immediate_case (portal, contact_id, channel) WHERE delivery_id IS NULL;
CREATE INDEX immediate_case_told ON immediate_case (delivery_id) WHERE delivery_id IS NOT NULL;

-- Before next_at a contact gets no further message of this kind by this channel: what comes in a burst is gathered.
CREATE TABLE immediate_turn (
    portal     text NOT NULL,
    contact_id text NOT NULL,
    channel    text NOT NULL,
    next_at    timestamptz,
    PRIMARY KEY (portal, contact_id, channel)
);

-- Whether a ticket's case is closed, by its newest event: what is solved while a message is held is marked so (C10).
CREATE TABLE case_end (
    ticket_key   text   PRIMARY KEY,
    case_version bigint NOT NULL,
    closed_at    timestamptz
);

-- A text message that is beside no digest has neither; one that is beside some is counted again when quiet time ends.
ALTER TABLE sms_text ALTER COLUMN period_to DROP NOT NULL;
ALTER TABLE sms_text ALTER COLUMN customers DROP NOT NULL;
ALTER TABLE sms_text ADD COLUMN digests uuid[] NOT NULL DEFAULT '{}';
UPDATE sms_text t SET digests = ARRAY[v.digest_id] FROM delivery v WHERE v.id = t.id AND v.digest_id IS NOT NULL;

CREATE INDEX delivery_quiet ON delivery (until) WHERE state = 'HELD' AND why = 'QUIET_TIME';
