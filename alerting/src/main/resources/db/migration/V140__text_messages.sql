-- Deliveries that wait for their time (C4), and those that are not sent at all.
ALTER TABLE delivery DROP CONSTRAINT delivery_state_check;
ALTER TABLE delivery ADD CONSTRAINT delivery_state_check
    CHECK (state IN ('QUEUED', 'HELD', 'SENDING', 'SENT', 'FAILED', 'SKIPPED'));
ALTER TABLE delivery ADD COLUMN until timestamptz; -- the alert instant that a held one waits for
ALTER TABLE delivery ADD COLUMN why text;          -- it is held or skipped

-- The workers of each channel look for their own, so that many of one channel hold up no other (C8).
DROP INDEX delivery_open;
CREATE INDEX delivery_open ON delivery (channel, due_at) WHERE state IN ('QUEUED', 'SENDING');
CREATE INDEX delivery_held ON delivery (portal) WHERE state = 'HELD';

-- What text messages say, and how many customers they count (C3).
CREATE TABLE sms_text (
    id        uuid        PRIMARY KEY REFERENCES delivery,
    period_to timestamptz NOT NULL,
    customers integer     NOT NULL,
    body      text        NOT NULL
);

-- Numbers that answered STOP. The directory stays as people wrote it; a contact with another number starts anew.
CREATE TABLE sms_stop (
    portal     text        NOT NULL,
    contact_id text        NOT NULL,
    number     text        NOT NULL,
    stopped_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (portal, contact_id, number)
);
