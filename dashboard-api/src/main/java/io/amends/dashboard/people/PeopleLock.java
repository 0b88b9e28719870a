package io.amends.dashboard.people;

import org.jdbi.v3.core.Handle;

/** Lets one change at a time be made to people: they are few, and each is one over all portals. */
public final class PeopleLock {
    private PeopleLock() {}

    /** Waits until no other transaction changes anybody, and holds that until this one ends. */
    public static void hold(Handle tx) {
        tx.createQuery("select pg_advisory_xact_lock(hashtextextended('people', 0))")
                .mapTo(String.class)
                .findOne();
    }
}
