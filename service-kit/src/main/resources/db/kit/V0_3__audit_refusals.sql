-- Refusals of the minutes that are not over yet, counted: each row becomes one entry of the audit log. Who is not known has
-- no name, and is told from others by the address they come from (origin).
CREATE TABLE audit_refusal (
    minute  timestamptz NOT NULL,
    portal  text        NOT NULL,
    what    text        NOT NULL,
    subject text        NOT NULL,
    name    text        NOT NULL,
    key     text        NOT NULL,
    origin  text        NOT NULL,
    address text,
    count   bigint      NOT NULL,
    PRIMARY KEY (minute, portal, what, subject, name, key, origin)
);
