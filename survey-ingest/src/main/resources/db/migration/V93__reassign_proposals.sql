-- Responses that somebody who may not move them proposes to move, and what became of it (A8, H1).
CREATE TABLE reassign_proposal (
    id              uuid        PRIMARY KEY,
    portal          text        NOT NULL,
    response_ids    text[]      NOT NULL,
    from_groups     text[]      NOT NULL, -- where they were
    support_group   text        NOT NULL, -- where they are to go
    reason          text        NOT NULL,
    author          text        NOT NULL,
    key             text,
    proposed_at     timestamptz NOT NULL,
    state           text        NOT NULL CHECK (state IN ('OPEN', 'ACCEPTED', 'REFUSED')),
    decided_by      text,
    decided_key     text,
    decided_at      timestamptz,
    decision_reason text,
    CHECK ((state = 'OPEN') = (decided_by IS NULL)),
    CHECK ((decided_by IS NULL) = (decided_at IS NULL))
);
CREATE INDEX reassign_proposal_of_portal ON reassign_proposal (portal, proposed_at DESC, id);
