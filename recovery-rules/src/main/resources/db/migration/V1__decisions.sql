-- What was decided, as it was published, for explanations (B6). The event's bytes are kept as they are: they carry the
-- response, which with rule set, threshold and time zone reproduces every verdict on demand.
CREATE TABLE decision (
    portal           text        NOT NULL,
    response_id      text        NOT NULL,
    response_version bigint      NOT NULL,
    decision_id      uuid        NOT NULL,
    rule_set_version bigint      NOT NULL,
    policy_version   text        NOT NULL,
    time_zone        text        NOT NULL,
    decided_at       timestamptz NOT NULL,
    data             bytea       NOT NULL,
    PRIMARY KEY (portal, response_id, response_version, decision_id)
);
