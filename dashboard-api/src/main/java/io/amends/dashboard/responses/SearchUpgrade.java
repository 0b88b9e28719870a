package io.amends.dashboard.responses;

import io.amends.contracts.RecoveryDecided;
import io.amends.dashboard.responses.core.SearchText;
import io.amends.kit.database.Migrations;
import io.amends.kit.failure.Failures;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Writes the search text of responses anew that were stored before it was folded as it is now (F1). It works beside all
 * else in small transactions, goes on where it was after a restart, and leaves to another instance what that one is at:
 * the rows of a batch are locked, and locked ones are passed over. It looks again from time to time, since during an
 * upgrade an older instance may still be writing; where nothing is to be done, an empty index says so.
 */
@ApplicationScoped
public class SearchUpgrade {
    private static final Logger LOG = Logger.getLogger(SearchUpgrade.class);
    private static final int BATCH = 100;

    private final Jdbi jdbi;
    private final Migrations migrations;
    private volatile boolean stopping;

    /** A response whose search text is of an older version, with its decision as it is stored. */
    record Stale(String portal, String responseId, String decision) {}

    SearchUpgrade(Jdbi jdbi, Migrations migrations) {
        this.jdbi = jdbi;
        this.migrations = migrations;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    @Scheduled(every = "${amends.search.upgrade}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() throws InterruptedException {
        try {
            if (migrations.await(0)) {
                run();
            }
        } catch (RuntimeException e) {
            LOG.infof("the search text of older responses is written anew later: %s", Failures.said(e));
        }
    }

    /** Writes all that is to be written, a batch at a time. */
    void run() {
        Stale last = null;
        do {
            last = batch(last);
        } while (last != null && !stopping);
    }

    /** The next batch behind one, and the last of it; null where there was none. */
    private @Nullable Stale batch(@Nullable Stale behind) {
        return jdbi.inTransaction(tx -> {
            List<Stale> stale = tx.createQuery(
                            """
                            select portal, response_id, decision from response
                            where folded is distinct from version and decision is not null
                              and (portal, response_id) > (:portal, :response)
                            order by portal, response_id limit :most for update skip locked
                            """)
                    .bind("portal", behind == null ? "" : behind.portal())
                    .bind("response", behind == null ? "" : behind.responseId())
                    .bind("most", BATCH)
                    .map(ConstructorMapper.of(Stale.class))
                    .list();
            if (stale.isEmpty()) {
                return null;
            }
            PreparedBatch anew = tx.prepareBatch("update response set search = :search, folded = version"
                    + " where portal = :portal and response_id = :response");
            stale.forEach(s -> anew.bind(
                            "search",
                            SearchText.of(JsonColumn.read(s.decision(), RecoveryDecided.class)
                                    .response()))
                    .bind("portal", s.portal())
                    .bind("response", s.responseId())
                    .add());
            anew.execute();
            return stale.get(stale.size() - 1);
        });
    }
}
