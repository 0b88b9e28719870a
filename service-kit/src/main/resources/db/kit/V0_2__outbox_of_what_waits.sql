-- The outbox has only what still has to be published: the topic has the rest, and the table does not grow for ever.
-- Its two indexes go with the column; the few rows that wait are found by their ids.
DELETE FROM outbox WHERE published_at IS NOT NULL;
ALTER TABLE outbox DROP COLUMN published_at;
