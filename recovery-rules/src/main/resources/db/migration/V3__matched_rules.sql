-- What each rule caught (B7, F5) is counted often: the matched rules of a decision beside it, as its bytes have them.
ALTER TABLE decision ADD COLUMN matched_rules text[] NOT NULL DEFAULT '{}';

-- As json, not jsonb: a text with a NUL in it is no jsonb.
UPDATE decision SET matched_rules =
    ARRAY(SELECT json_array_elements_text(convert_from(data, 'UTF8')::json -> 'matchedRules'));

CREATE INDEX decision_matched ON decision (portal, decided_at) WHERE matched_rules <> '{}';
