package io.amends.alerting.archive;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Which cases a digest or an alert tells of, so that from a case one sees who was told what and when (F7). */
public final class ToldCases {
    private ToldCases() {}

    /**
     * Writes them down, each once.
     *
     * @param toldBy the id of the digest, or of the delivery of an alert
     */
    public static void add(Handle tx, UUID toldBy, Collection<String> cases) {
        if (cases.isEmpty()) {
            return;
        }
        PreparedBatch told =
                tx.prepareBatch("INSERT INTO case_told (case_id, told_by) VALUES (:case, :by) ON CONFLICT DO NOTHING");
        for (String theCase : Set.copyOf(cases)) {
            told.bind("case", UUID.fromString(theCase)).bind("by", toldBy).add();
        }
        told.execute();
    }

    /** What was not sent yet tells of these cases now, and of no other. */
    public static void replace(Handle tx, UUID toldBy, Collection<String> cases) {
        tx.createUpdate("DELETE FROM case_told WHERE told_by = :by")
                .bind("by", toldBy)
                .execute();
        add(tx, toldBy, cases);
    }
}
