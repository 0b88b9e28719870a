-- The name of the API key that vouches for the identity of a note (D5); null for the notes before this column, which are
-- chained without it.
ALTER TABLE note ADD COLUMN key text;
