-- From where surveys come in, and how it stands with each (A11). Rows are written by whoever records an event.
CREATE TABLE heard_origin (
    portal       text        NOT NULL,
    kind         text        NOT NULL CHECK (kind IN ('SOURCE', 'KEY', 'EVENT_SOURCE')),
    id           text        NOT NULL,
    last_at      timestamptz NOT NULL, -- when it was heard last
    silent_since timestamptz,          -- of a silence that was told, and whose end was not
    PRIMARY KEY (portal, kind, id)
);

-- In which minutes of an hour it was heard: bit 0 is the first one. Hours without an event have no row.
CREATE TABLE heard_hour (
    portal  text        NOT NULL,
    kind    text        NOT NULL,
    id      text        NOT NULL,
    hour    timestamptz NOT NULL,
    minutes bigint      NOT NULL,
    events  bigint      NOT NULL,
    PRIMARY KEY (portal, kind, id, hour),
    FOREIGN KEY (portal, kind, id) REFERENCES heard_origin ON DELETE CASCADE
);
CREATE INDEX heard_hour_by_age ON heard_hour (hour);
