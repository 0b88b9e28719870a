package io.amends.dashboard.signin;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** How often each person has signed out: a session of an earlier count is over, on every instance at once. */
@ApplicationScoped
public class Epochs {
    private static final Logger LOG = Logger.getLogger(Epochs.class);

    private final Jdbi jdbi;
    // For the time that the database is away: what this process knows of those who are at work.
    private final Map<String, Long> seen = new ConcurrentHashMap<>();

    Epochs(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The person's epoch, 0 before they ever signed out; where the database is away the last one seen, or null. */
    @Nullable
    Long lastKnown(String name) {
        try {
            return of(name);
        } catch (JdbiException e) {
            LOG.debug("the epoch of a session could not be read");
            return seen.get(name);
        }
    }

    /** The person's epoch, 0 before they ever signed out. */
    long of(String name) {
        long epoch = jdbi.withHandle(handle -> handle.createQuery("SELECT epoch FROM session_epoch WHERE name = :name")
                .bind("name", name)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
        seen.put(name, epoch);
        return epoch;
    }

    /** Ends every session of a person. */
    void next(String name) {
        jdbi.useHandle(handle -> handle.createUpdate("INSERT INTO session_epoch (name, epoch) VALUES (:name, 1)"
                        + " ON CONFLICT (name) DO UPDATE SET epoch = session_epoch.epoch + 1, changed_at = now()")
                .bind("name", name)
                .execute());
    }
}
