-- A note on a case without a survey has no response. A request is a note, with what it asks for beside it (A9).
ALTER TABLE note ALTER COLUMN response_id DROP NOT NULL;
ALTER TABLE note ADD COLUMN request_type text;
ALTER TABLE note ADD COLUMN request_format text;
ALTER TABLE note ADD COLUMN urgent boolean;
ALTER TABLE note ADD CHECK ((request_type IS NULL) = (request_format IS NULL)
    AND (request_type IS NULL) = (urgent IS NULL));
