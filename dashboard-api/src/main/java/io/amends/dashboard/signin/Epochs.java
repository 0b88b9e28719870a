package io.amends.dashboard.signin;

import io.amends.contracts.AuditAction;
import io.amends.contracts.AuditRecorded;
import io.amends.kit.access.Signature;
import io.amends.kit.audit.AuditChange;
import io.amends.kit.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** How often each person has signed out: a session of an earlier count is over, on every instance at once. */
@ApplicationScoped
public class Epochs {
    private static final Logger LOG = Logger.getLogger(Epochs.class);

    private final Jdbi jdbi;
    private final AuditTrail trail;
    private final Clock clock;
    // For the time that the database is away: what this process knows of those who are at work.
    private final Map<String, Long> seen = new ConcurrentHashMap<>();

    Epochs(Jdbi jdbi, AuditTrail trail, Clock clock) {
        this.jdbi = jdbi;
        this.trail = trail;
        this.clock = clock;
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
        return jdbi.withHandle(handle -> of(handle, name));
    }

    private long of(Handle handle, String name) {
        long epoch = handle.createQuery("SELECT epoch FROM session_epoch WHERE name = :name")
                .bind("name", name)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
        seen.put(name, epoch);
        return epoch;
    }

    /** The epoch of a person who signs in just now, which the audit log is told (H4). */
    long signedIn(String name, @Nullable String address) {
        return jdbi.inTransaction(tx -> {
            tx.createUpdate("INSERT INTO session_epoch (name, epoch, signed_in_at) VALUES (:name, 0, :now)"
                            + " ON CONFLICT (name) DO UPDATE SET signed_in_at = excluded.signed_in_at")
                    .bind("name", name)
                    .bind("now", clock.instant())
                    .execute();
            trail.add(tx, new Signature(name, null, address), session(AuditAction.SIGNED_IN, name));
            return of(tx, name);
        });
    }

    /** Ends every session of a person who signs out. */
    void signedOut(String name, Signature by) {
        jdbi.useTransaction(tx -> {
            end(tx, name);
            trail.add(tx, by, session(AuditAction.SIGNED_OUT, name));
        });
    }

    /** Ends every session of a person, in the transaction of whatever is the reason. */
    public void end(Handle tx, String name) {
        tx.createUpdate("INSERT INTO session_epoch (name, epoch) VALUES (:name, 1)"
                        + " ON CONFLICT (name) DO UPDATE SET epoch = session_epoch.epoch + 1, changed_at = now()")
                .bind("name", name)
                .execute();
    }

    private static AuditChange session(AuditAction what, String name) {
        return AuditChange.of(AuditRecorded.INSTALLATION, what, AuditedPerson.subject(name));
    }
}
