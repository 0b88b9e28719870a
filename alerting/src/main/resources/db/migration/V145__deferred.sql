-- What a digest has deferred because its group had a cap (B8): the end of the period whose digest deferred it first. It
-- is emptied when a digest lists the case, and stays over whatever else happens to it.
ALTER TABLE candidate ADD COLUMN deferred_since timestamptz;
CREATE INDEX candidate_deferred ON candidate (portal) WHERE decision IS NOT NULL AND deferred_since IS NOT NULL;

-- How many cases of the recipient's groups wait for a later digest.
ALTER TABLE digest ADD COLUMN deferred integer NOT NULL DEFAULT 0;
