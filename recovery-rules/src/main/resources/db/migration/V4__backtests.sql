-- Backtests asked for, under way and done (B7). Any instance takes the oldest that waits; a lease by the database's clock
-- lets another one begin anew where an instance is gone.
CREATE TABLE backtest (
    id           uuid             PRIMARY KEY,
    number       bigint           GENERATED ALWAYS AS IDENTITY,
    portal       text             NOT NULL,
    state        text             NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
    author       text             NOT NULL,
    requested_at timestamptz      NOT NULL,
    started_at   timestamptz,
    finished_at  timestamptz,
    from_at      timestamptz      NOT NULL,
    to_at        timestamptz      NOT NULL,
    rules        text             NOT NULL,
    rule_set     text,            -- while it is needed
    attempt      int              NOT NULL DEFAULT 0,
    lease_until  timestamptz,
    progress     double precision NOT NULL DEFAULT 0,
    read         bigint           NOT NULL DEFAULT 0,
    judged       bigint           NOT NULL DEFAULT 0,
    held_from    timestamptz,
    note         text,
    error        text,
    gained       bigint,
    lost         bigint,
    kept         bigint,
    result       text
);
CREATE INDEX backtest_open ON backtest (number) WHERE state IN ('QUEUED', 'RUNNING');
CREATE INDEX backtest_of_portal ON backtest (portal, number DESC);
