-- A case may begin with a request of staff, before there is a survey (A9).
ALTER TABLE recovery_case ALTER COLUMN response_id DROP NOT NULL;
ALTER TABLE recovery_case ADD COLUMN requested_at timestamptz; -- when staff filed the last request for it
ALTER TABLE recovery_case ADD COLUMN grieved_at timestamptz;   -- when staff said last that the customer is unhappy
