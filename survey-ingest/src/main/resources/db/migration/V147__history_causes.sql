-- What made each change, and which replay it was (A12); null for what is older than this.
ALTER TABLE history
    ADD COLUMN cause     text,
    ADD COLUMN replay_id text;
