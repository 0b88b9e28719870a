-- What the other side answered to an attempt (C9): the number and the words of its answer.
ALTER TABLE delivery_attempt ADD COLUMN code integer;
ALTER TABLE delivery_attempt ADD COLUMN answer text;

-- Which cases a digest lists, or an alert is about, so that from a case one sees who was told what and when (F7).
CREATE TABLE case_told (
    case_id uuid NOT NULL,
    told_by uuid NOT NULL, -- the id of the digest, or of the delivery of an alert
    PRIMARY KEY (case_id, told_by)
);
CREATE INDEX case_told_by ON case_told (told_by);
