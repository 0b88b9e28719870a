-- One row per portal, which stays when its draft is published and has no rules while nobody edits. Its revision only grows,
-- so that the tag of an edit never comes a second time.
ALTER TABLE rule_draft ALTER COLUMN rule_set DROP NOT NULL, ALTER COLUMN author DROP NOT NULL;
ALTER TABLE rule_draft ADD CONSTRAINT edited_by_somebody CHECK ((rule_set IS NULL) = (author IS NULL));

-- Until now the row went with the publish, and its revision came from one sequence for all. Who has published has had tags of
-- numbers up to the last of it; a draft that is being edited has the highest of its portal.
INSERT INTO rule_draft (portal, revision, changed_at)
SELECT portal, (SELECT last_value FROM draft_revision), max(published_at) FROM rule_version GROUP BY portal
ON CONFLICT DO NOTHING;
DROP SEQUENCE draft_revision;
