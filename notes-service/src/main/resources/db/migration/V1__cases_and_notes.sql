-- One row per ticket: what is locked while anything about it changes, so that versions and positions have no gaps.
CREATE TABLE ticket (
    portal       text   NOT NULL,
    ticket_id    text   NOT NULL,
    case_version bigint NOT NULL DEFAULT 0, -- events emitted so far
    note_hash    text,                      -- the head of the hash chain (D5); null without notes
    PRIMARY KEY (portal, ticket_id)
);

-- The newest decision about each response. json, not jsonb: texts of customers may hold an escaped NUL.
CREATE TABLE response (
    portal           text        NOT NULL,
    response_id      text        NOT NULL,
    ticket_id        text        NOT NULL,
    support_group    text        NOT NULL,
    earlier_groups   text[]      NOT NULL,
    submitted_at     timestamptz NOT NULL,
    response_version bigint      NOT NULL,
    decision         json        NOT NULL,
    PRIMARY KEY (portal, response_id),
    FOREIGN KEY (portal, ticket_id) REFERENCES ticket
);
CREATE INDEX response_of_ticket ON response (portal, ticket_id);
CREATE INDEX response_received ON response (portal, submitted_at);

CREATE TABLE recovery_case (
    case_id          text        PRIMARY KEY,
    portal           text        NOT NULL,
    ticket_id        text        NOT NULL,
    response_id      text        NOT NULL,
    support_group    text        NOT NULL,
    state            text        NOT NULL,
    owner            text,
    due_at           timestamptz,
    tags             text[]      NOT NULL,
    removed_tags     text[]      NOT NULL,
    outcome          text, -- what the last closing said, kept while reopened
    root_cause       text,
    send_follow_up   boolean,
    approval         text,
    closings         int         NOT NULL,
    unhappy          boolean     NOT NULL,
    satisfied_now    boolean     NOT NULL,
    opened_at        timestamptz NOT NULL,
    closed_at        timestamptz,
    UNIQUE (portal, ticket_id),
    FOREIGN KEY (portal, ticket_id) REFERENCES ticket
);
CREATE INDEX recovery_case_due ON recovery_case (portal, state, due_at);

-- The append-only log (D5): what stays of a note for ever.
CREATE TABLE note (
    note_id       text        PRIMARY KEY,
    portal        text        NOT NULL,
    ticket_id     text        NOT NULL,
    position      bigint      NOT NULL,
    response_id   text        NOT NULL,
    spoke         boolean     NOT NULL,
    at            timestamptz NOT NULL,
    correction_of text REFERENCES note,
    digest        text        NOT NULL,
    hash          text        NOT NULL,
    UNIQUE (portal, ticket_id, position),
    FOREIGN KEY (portal, ticket_id) REFERENCES ticket
);

-- What can be personal, with its salt: erasing a row leaves a chain that still verifies (H5).
CREATE TABLE note_content (
    note_id  text PRIMARY KEY REFERENCES note,
    salt     text NOT NULL,
    author   text NOT NULL,
    identity text NOT NULL,
    text     text NOT NULL
);

-- Answers to repeated requests.
CREATE TABLE note_request (
    portal          text NOT NULL,
    idempotency_key text NOT NULL,
    fingerprint     text NOT NULL,
    note_id         text NOT NULL REFERENCES note,
    PRIMARY KEY (portal, idempotency_key)
);

CREATE FUNCTION notes_are_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_TABLE_NAME = 'note_content' AND TG_OP = 'DELETE' AND current_setting('amends.erasure', true) = 'on' THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'notes cannot be edited or deleted (D5)';
END $$;

CREATE TRIGGER note_append_only BEFORE UPDATE OR DELETE ON note
    FOR EACH ROW EXECUTE FUNCTION notes_are_append_only();
CREATE TRIGGER note_not_truncated BEFORE TRUNCATE ON note
    FOR EACH STATEMENT EXECUTE FUNCTION notes_are_append_only();
CREATE TRIGGER note_content_append_only BEFORE UPDATE OR DELETE ON note_content
    FOR EACH ROW EXECUTE FUNCTION notes_are_append_only();
CREATE TRIGGER note_content_not_truncated BEFORE TRUNCATE ON note_content
    FOR EACH STATEMENT EXECUTE FUNCTION notes_are_append_only();
