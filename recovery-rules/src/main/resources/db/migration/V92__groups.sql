-- What a lead sees of rules is what they do to the lead's own groups (H1).

-- Which group a decision is of, as its bytes have it, for what rules caught.
ALTER TABLE decision ADD COLUMN support_group text;
UPDATE decision SET support_group = convert_from(data, 'UTF8')::json ->> 'supportGroup';

-- What a backtest found in each group. What is older was counted over all groups together, and has none.
CREATE TABLE backtest_group (
    backtest      uuid   NOT NULL REFERENCES backtest ON DELETE CASCADE,
    support_group text   NOT NULL,
    judged        bigint NOT NULL,
    gained        bigint NOT NULL,
    lost          bigint NOT NULL,
    kept          bigint NOT NULL,
    balance       text   NOT NULL,
    PRIMARY KEY (backtest, support_group)
);

ALTER TABLE backtest_case ADD COLUMN support_group text;
UPDATE backtest_case SET support_group = example::json ->> 'supportGroup';
