-- What the CloudEvent that brought a version names as its source; null for what is older.
ALTER TABLE history ADD COLUMN source text;
-- Which source of the directory sent a response is looked up by the response.
CREATE INDEX source_delivery_of_response ON source_delivery (portal, response_id);
-- Reasons have their cause as a field from now on: what waits is judged again at the next start, and gets it.
UPDATE response SET directory_offset = -1 WHERE state = 'QUARANTINED';
