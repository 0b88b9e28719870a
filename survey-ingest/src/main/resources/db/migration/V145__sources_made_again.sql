-- Which of the sources that have had this code the secrets are of; null for one that is older than this.
ALTER TABLE source_secret ADD COLUMN made text;
