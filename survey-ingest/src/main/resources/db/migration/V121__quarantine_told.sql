-- Admins are told that a response is in quarantine once (A7).
ALTER TABLE response ADD COLUMN quarantine_told_at timestamptz;
CREATE INDEX response_untold ON response (portal) WHERE state = 'QUARANTINED' AND quarantine_told_at IS NULL;

-- When a portal's admins were told last: more is gathered for an hour.
CREATE TABLE quarantine_notice (
    portal  text        PRIMARY KEY,
    told_at timestamptz NOT NULL
);
