-- Ids and codes that came with blanks around them, and how they were sent: [{pointer, reason}].
ALTER TABLE history ADD COLUMN trimmed jsonb NOT NULL DEFAULT '[]';
