-- Whoever is not known is one caller with all others who are not, so that no address tells one row from another. Refusals of
-- strangers of the last minute go: they cannot be told apart any more.
DELETE FROM audit_refusal WHERE origin <> '';
ALTER TABLE audit_refusal DROP COLUMN origin;
ALTER TABLE audit_refusal ADD PRIMARY KEY (minute, portal, what, subject, name, key);
