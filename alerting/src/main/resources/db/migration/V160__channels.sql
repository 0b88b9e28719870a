-- Posts on channels of the directory (C8): they go to no contact, and their address is the channel's code.
ALTER TABLE delivery ALTER COLUMN contact_id DROP NOT NULL;
CREATE INDEX delivery_endpoint ON delivery (portal, address, due_at)
    WHERE channel IN ('TEAMS', 'SLACK', 'WEBHOOK') AND state IN ('QUEUED', 'SENDING');

-- Who is asked at this moment.
CREATE INDEX delivery_posting ON delivery (portal, address)
    WHERE channel IN ('TEAMS', 'SLACK', 'WEBHOOK') AND state = 'SENDING';

-- However many posts wait for a dead end, they are in nobody's way who looks for mails.
DROP INDEX IF EXISTS delivery_alert_open;
CREATE INDEX delivery_alert_open ON delivery (channel, due_at)
    WHERE digest_id IS NULL AND state IN ('QUEUED', 'SENDING');

-- What is posted: written once, the same for every try.
CREATE TABLE channel_post (
    id               uuid   PRIMARY KEY REFERENCES delivery,
    portal           text   NOT NULL,
    channel          text   NOT NULL, -- the channel's code
    event_id         text   NOT NULL, -- the webhook-id
    event            text   NOT NULL,
    response_id      text,            -- the response that it is about, if any
    response_version bigint,          -- the version whose decision it tells, if any
    ticket_key       text   NOT NULL,
    support_groups   text[] NOT NULL, -- whoever may see all of them may see the post (H1); none: it is of the portal
    body             bytea  NOT NULL,
    UNIQUE (portal, channel, event_id)
);
CREATE INDEX channel_post_response ON channel_post (portal, channel, response_id) WHERE response_id IS NOT NULL;

-- How each channel does. Whoever fails is asked by one at a time, and not before next_at.
CREATE TABLE channel_health (
    portal          text        NOT NULL,
    channel         text        NOT NULL,
    next_at         timestamptz NOT NULL DEFAULT now(),
    failures        integer     NOT NULL DEFAULT 0, -- since the last post that was taken
    last_ok_at      timestamptz,
    last_failure_at timestamptz,
    last_error      text,
    failing_since   timestamptz,
    off_since       timestamptz,
    off_why         text CHECK (off_why IN ('FAILING', 'GONE')),
    PRIMARY KEY (portal, channel)
);

-- Sealed (SecretBox).
CREATE TABLE channel_secret (
    portal     text        NOT NULL,
    channel    text        NOT NULL,
    current    text,
    previous   text,
    url        text,
    changed_at timestamptz NOT NULL,
    PRIMARY KEY (portal, channel)
);
