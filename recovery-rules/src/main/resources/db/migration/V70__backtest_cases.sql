-- Which rules a backtest judged: the tag of the draft, or of the version (B7). Null for rules that came with the request.
ALTER TABLE backtest ADD COLUMN tag text;

-- Which draft, or version, a version was published from. Null for what is older.
ALTER TABLE rule_version ADD COLUMN draft text;

-- The newest cases of each side, more than its answer shows at once; read page by page.
CREATE TABLE backtest_case (
    backtest uuid NOT NULL REFERENCES backtest ON DELETE CASCADE,
    side     text NOT NULL CHECK (side IN ('GAINED', 'LOST', 'KEPT')),
    number   int  NOT NULL,
    example  text NOT NULL,
    PRIMARY KEY (backtest, side, number)
);
