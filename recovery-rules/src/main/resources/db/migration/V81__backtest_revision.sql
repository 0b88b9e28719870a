-- Grows with every change: who saves a backtest that they have read is refused if it has changed since.
ALTER TABLE backtest ADD COLUMN revision bigint NOT NULL DEFAULT 0;
