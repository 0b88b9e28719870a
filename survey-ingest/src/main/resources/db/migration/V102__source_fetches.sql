-- Responses that a webhook only named, and that are to be fetched (A10).
CREATE TABLE source_fetch (
    delivery bigint      PRIMARY KEY REFERENCES source_delivery ON DELETE CASCADE,
    portal   text        NOT NULL,
    source   text        NOT NULL,
    path     text        NOT NULL,
    named_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    due_at   timestamptz NOT NULL DEFAULT clock_timestamp(), -- while somebody fetches it: when their claim ends
    attempts integer     NOT NULL DEFAULT 0
);
CREATE INDEX source_fetch_due ON source_fetch (portal, source, due_at);

-- When the next call for a source may be made, by its vendor's limit; one for all instances.
CREATE TABLE source_rate (
    portal  text        NOT NULL,
    source  text        NOT NULL,
    next_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (portal, source)
);
