package io.amends.rules.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Handle;

/** Sessions of the database that wait for each other. */
public final class Waiting {
    private Waiting() {}

    /** Returns once another session waits for a row that this transaction has changed. */
    public static void until(Handle tx) {
        Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(() -> tx.createQuery(
                        """
                        SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid)))""")
                .mapTo(Boolean.class)
                .one());
    }
}
