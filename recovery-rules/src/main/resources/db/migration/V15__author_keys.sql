-- The name of the API key that vouches for an author; null for what is older.
ALTER TABLE rule_draft ADD COLUMN key text;
ALTER TABLE rule_version ADD COLUMN key text;
ALTER TABLE backtest ADD COLUMN key text;
