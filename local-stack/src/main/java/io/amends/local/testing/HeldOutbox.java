package io.amends.local.testing;

/** Lets a test see what was written to an outbox, which the relay would have published and deleted, or has none written. */
public final class HeldOutbox {
    /** The SQL after which {@link #refusing} is over. */
    public static final String TAKING = "DROP TRIGGER IF EXISTS refused ON outbox; DROP FUNCTION IF EXISTS refused()";

    private HeldOutbox() {}

    /** The SQL after which no event for a topic can be written. */
    public static String refusing(String topic) {
        return """
                CREATE FUNCTION refused() RETURNS trigger AS $$ BEGIN
                  IF NEW.topic = '%s' THEN RAISE EXCEPTION 'refused by a test'; END IF; RETURN NEW;
                END $$ LANGUAGE plpgsql;
                CREATE TRIGGER refused BEFORE INSERT ON outbox FOR EACH ROW EXECUTE FUNCTION refused()"""
                .formatted(topic);
    }

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
