package io.amends.ingest.recorder;

import io.amends.ingest.response.Ledger;
import io.amends.ingest.response.ResponseKey;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.outbox.Outbox;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Judges quarantined responses again when their portal's directory has changed since they were judged (A6): what waited
 * for a group, a segment or a measure heals by itself. Which change a response has seen is kept in its row, so a
 * response that is quarantined while the change comes in is found as well.
 */
@ApplicationScoped
public class Healing {
    private static final int AT_ONCE = 500;

    private final Jdbi jdbi;
    private final DirectoryView directory;
    private final Books books;
    private final Outbox outbox;
    private final RecorderMetrics metrics;
    private final Map<String, Long> changedAt = new ConcurrentHashMap<>();

    Healing(Jdbi jdbi, DirectoryView directory, Books books, Outbox outbox, RecorderMetrics metrics) {
        this.jdbi = jdbi;
        this.directory = directory;
        this.books = books;
        this.outbox = outbox;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent event) {
        directory.onChange(this::changed);
        // What was read before this listened, in an earlier life of this process included.
        directory.portals().forEach(known -> changed(known.cpc()));
    }

    private void changed(String cpc) {
        changedAt.merge(cpc, directory.offset(), Math::max);
    }

    void heal() {
        for (Map.Entry<String, Long> change : changedAt.entrySet()) {
            String portal = change.getKey();
            while (directory.portal(portal) != null && healSome(portal, change.getValue())) {
                outbox.wake();
            }
        }
    }

    /** Judges a bounded number again; false if there were none. */
    private boolean healSome(String portal, long changed) {
        return jdbi.inTransaction(tx -> {
            List<ResponseKey> waiting = judgedBefore(tx, portal, changed);
            if (waiting.isEmpty()) {
                return false;
            }
            Ledger ledger = books.post(
                    tx,
                    waiting,
                    List.of(),
                    ResponseHistory.ChangeOrigin.DIRECTORY,
                    l -> waiting.forEach(l::judgeAgain));
            int healed = (int) ledger.changes().stream()
                    .filter(c -> c.before() != null
                            && !c.before().valid()
                            && c.after().valid())
                    .count();
            tx.afterCommit(() -> metrics.healed(healed));
            return true;
        });
    }

    private static List<ResponseKey> judgedBefore(Handle tx, String portal, long changed) {
        return tx.createQuery(
                        """
                        SELECT response_id FROM response
                        WHERE state = 'QUARANTINED' AND portal = :portal AND directory_offset < :changed
                        ORDER BY recorded_at LIMIT :atMost""")
                .bind("portal", portal)
                .bind("changed", changed)
                .bind("atMost", AT_ONCE)
                .map((rs, ctx) -> new ResponseKey(portal, rs.getString(1)))
                .list();
    }
}
