-- Whether the portal's admins have been told that a delivery is dead; those of before are not told any more.
ALTER TABLE delivery ADD COLUMN dead_told boolean NOT NULL DEFAULT false;
UPDATE delivery SET dead_told = true WHERE state = 'FAILED';
CREATE INDEX delivery_dead ON delivery (portal) WHERE state = 'FAILED' AND NOT dead_told;

-- Before next_at a portal's admins are not told again: what dies meanwhile is gathered.
CREATE TABLE dead_notice (
    portal  text        PRIMARY KEY,
    next_at timestamptz NOT NULL
);
