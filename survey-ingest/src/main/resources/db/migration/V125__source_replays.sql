-- Where a version stands, where its updatedAt does not say it: a replay takes the place of the version that it reads anew,
-- and is the newer one of both (A12).
ALTER TABLE response
    ADD COLUMN placed_at timestamptz,
    ADD COLUMN reading   integer NOT NULL DEFAULT 0;

-- What a delivery made when it was read last: by it the version that is recorded is known to come from there.
ALTER TABLE source_delivery ADD COLUMN body_hash text;
CREATE INDEX source_delivery_by_hash ON source_delivery (portal, source, body_hash) WHERE body_hash IS NOT NULL;
CREATE INDEX source_delivery_by_time ON source_delivery (portal, source, at, id);

-- Ranges of what a source sent that are read again, and how far each is (A12).
CREATE TABLE source_replay (
    id           uuid        PRIMARY KEY,
    portal       text        NOT NULL,
    source       text        NOT NULL,
    from_at      timestamptz NOT NULL,
    to_at        timestamptz NOT NULL,
    dry_run      boolean     NOT NULL,
    state        text        NOT NULL CHECK (state IN ('RUNNING', 'DONE', 'FAILED')),
    author       text        NOT NULL,
    begun_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    touched_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    finished_at  timestamptz,
    leased_until timestamptz,
    deliveries   bigint      NOT NULL,            -- in its range, when it began
    read         bigint      NOT NULL DEFAULT 0,  -- of these
    reached_at   timestamptz NOT NULL,            -- up to which delivery it was read: when that came,
    reached_id   bigint      NOT NULL DEFAULT 0,  -- and which it was
    found        jsonb       NOT NULL,            -- what was unchanged, changed and refused so far
    error        text
);
CREATE INDEX source_replay_newest ON source_replay (portal, source, begun_at DESC);
-- One at a time for each source.
CREATE UNIQUE INDEX source_replay_one ON source_replay (portal, source) WHERE state = 'RUNNING';
