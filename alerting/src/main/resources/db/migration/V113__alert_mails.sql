-- Mails that are no digest: a delivery without one is an alert, such as an urgent request (A9, C7), with its words here.
ALTER TABLE delivery ALTER COLUMN digest_id DROP NOT NULL;

-- An alert waits behind no digest, however many are due.
CREATE INDEX delivery_alert_open ON delivery (due_at) WHERE digest_id IS NULL AND state IN ('QUEUED', 'SENDING');

CREATE TABLE alert_mail (
    id             uuid        PRIMARY KEY REFERENCES delivery,
    ticket_key     text        NOT NULL,
    support_groups text[]      NOT NULL, -- whoever may see all of them may see the alert (H1)
    subject        text        NOT NULL,
    html           text        NOT NULL,
    body           text        NOT NULL
);
