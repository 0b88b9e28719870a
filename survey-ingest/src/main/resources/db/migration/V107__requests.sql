-- What staff asked for without a survey (A9): once each, by its id. Whether the customer has answered, or said NO, is what
-- the responses of its ticket say.
CREATE TABLE request (
    request_id    uuid        PRIMARY KEY,
    portal        text        NOT NULL,
    ticket_key    text COLLATE "C" NOT NULL,
    support_group text        NOT NULL,
    filed_at      timestamptz NOT NULL,
    body_hash     text        NOT NULL, -- tells a repetition from another request under the same key
    filed         jsonb       NOT NULL  -- as it was published
);
CREATE INDEX request_of_portal ON request (portal, filed_at DESC, request_id);
CREATE INDEX request_of_ticket ON request (ticket_key);
