-- Whether bodies that make another response than they made before become that as well (A12).
ALTER TABLE source_replay ADD COLUMN another boolean NOT NULL DEFAULT false;
