-- Imports that somebody cancels, and rows that are no customer's answers (A1). One that is to stop is RUNNING until the rows
-- on their way are counted, so that what it says it took is what was taken.
ALTER TABLE survey_import
    ADD COLUMN stopping boolean NOT NULL DEFAULT false,
    ADD COLUMN left_out bigint NOT NULL DEFAULT 0,
    DROP CONSTRAINT survey_import_state_check,
    ADD CONSTRAINT survey_import_state_check
        CHECK (state IN ('KEEPING', 'HELD', 'RUNNING', 'DONE', 'CANCELLED', 'FAILED'));
