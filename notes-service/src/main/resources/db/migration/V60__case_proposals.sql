-- What somebody proposed to do with a case, since they may not do it themselves, and what became of it (H1).
CREATE TABLE case_proposal (
    proposal_id     text        PRIMARY KEY,
    case_id         text        NOT NULL REFERENCES recovery_case,
    closings        int         NOT NULL, -- how often the case had been closed: a proposal ends with the next closing
    what            text        NOT NULL,
    outcome         text,
    root_cause      text,
    send_follow_up  boolean,
    approval        text,
    owner           text,
    reason          text        NOT NULL,
    made_by         text        NOT NULL,
    made_at         timestamptz NOT NULL,
    state           text        NOT NULL,
    decided_by      text,
    decided_at      timestamptz,
    decision_reason text
);

-- One open proposal for a case and what is to be done with it.
CREATE UNIQUE INDEX case_proposal_open ON case_proposal (case_id, what, closings) WHERE state = 'OPEN';
CREATE INDEX case_proposal_of_case ON case_proposal (case_id);
