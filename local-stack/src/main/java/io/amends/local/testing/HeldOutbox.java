package io.amends.local.testing;

/** Lets a test see what was written to an outbox, which the relay would have published and deleted meanwhile. */
public final class HeldOutbox {
    private HeldOutbox() {}

    /** The SQL after which events whose key begins so stay where they are, as those do that Kafka never takes. */
    public static String of(String keys) {
        return """
                CREATE OR REPLACE FUNCTION held() RETURNS trigger AS $$ BEGIN
                  IF starts_with(NEW.key, '%s') THEN NEW.error = 'held by a test'; END IF; RETURN NEW;
                END $$ LANGUAGE plpgsql;
                CREATE OR REPLACE TRIGGER held BEFORE INSERT ON outbox FOR EACH ROW EXECUTE FUNCTION held()"""
                .formatted(keys);
    }
}
