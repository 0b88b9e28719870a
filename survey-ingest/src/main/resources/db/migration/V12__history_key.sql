-- The name of the API key that vouches for the person; null for what is older, and where nobody did it.
ALTER TABLE history ADD COLUMN key text;
