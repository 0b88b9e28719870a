-- Customers who want no surveys, by email in lower case, phone in E.164 or their id in the CRM.
CREATE TABLE opt_out (
    portal   text        NOT NULL,
    kind     text        NOT NULL CHECK (kind IN ('EMAIL', 'PHONE', 'ID')),
    customer text        NOT NULL,
    id       uuid        NOT NULL, -- by which the audit log names it, which must not name the customer
    reason   text,
    author   text        NOT NULL,
    key      text,
    at       timestamptz NOT NULL,
    PRIMARY KEY (portal, kind, customer)
);
