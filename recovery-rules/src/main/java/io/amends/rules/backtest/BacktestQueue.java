package io.amends.rules.backtest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.contracts.Json;
import io.amends.contracts.api.Backtest.Example;
import io.amends.rules.backtest.core.BacktestPeriod;
import io.amends.rules.backtest.core.Balance;
import io.amends.rules.backtest.core.Balance.GroupBalance;
import io.amends.rules.backtest.core.Share;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * The queue of backtests as the instances share it. Each takes the oldest that waits, or one whose lease ran out because
 * its instance is gone; every later word about it is taken only from the attempt that holds it.
 */
@ApplicationScoped
class BacktestQueue {
    /** The time for which an attempt holds what it took, unless it renews it. */
    static final Duration LEASE = Duration.ofSeconds(15);
    /** Begun this often without an end, it is what ends the instances. */
    static final int ATTEMPTS = 3;

    // Who has read the row as an entity, and saves it, is to see that it has changed.
    private static final String CHANGE = "UPDATE backtest SET revision = revision + 1, ";
    private static final String HOLDS =
            "lease_until = clock_timestamp() + interval '" + LEASE.toSeconds() + " seconds'";
    private static final String OVER = "finished_at = clock_timestamp(), lease_until = NULL, rule_set = NULL, ";
    private static final String MINE = " WHERE id = :id AND state = 'RUNNING' AND attempt = :attempt";

    private final Jdbi jdbi;

    BacktestQueue(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * One that an instance has taken.
     *
     * @param attempt tells this taking from later ones
     */
    record TakenBacktest(UUID id, int attempt, String portal, BacktestPeriod period, String ruleSet) {}

    /** How far a backtest is. */
    record RunProgress(double progress, long read, long judged) {}

    /**
     * What is said about one that is done.
     *
     * @param groups the same of each support group alone
     * @param cases the newest of each side, more than the balance shows
     */
    record Finding(
            Balance balance,
            Map<String, GroupBalance> groups,
            Map<Share.Side, List<Example>> cases,
            RunProgress progress,
            @Nullable Instant heldFrom,
            @Nullable String note) {}

    /** Takes the next one, for as long as a lease lasts unless it is renewed. */
    Optional<TakenBacktest> take() {
        return jdbi.withHandle(sql -> sql.createQuery(
                        CHANGE + "state = 'RUNNING', attempt = attempt + 1, progress = 0, read = 0, judged = 0,"
                                + " started_at = clock_timestamp(), " + HOLDS
                                + " WHERE id = (SELECT id FROM backtest"
                                + " WHERE state = 'QUEUED' OR (state = 'RUNNING' AND lease_until < clock_timestamp())"
                                + " ORDER BY number LIMIT 1 FOR UPDATE SKIP LOCKED)"
                                + " RETURNING id, attempt, portal, from_at, to_at, rule_set")
                .map((row, context) -> new TakenBacktest(
                        row.getObject(1, UUID.class),
                        row.getInt(2),
                        row.getString(3),
                        new BacktestPeriod(
                                row.getTimestamp(4).toInstant(),
                                row.getTimestamp(5).toInstant()),
                        row.getString(6)))
                .findOne());
    }

    /** Says how far it is and renews the lease; false if it is no longer this attempt's: called off, or taken over. */
    boolean advance(TakenBacktest taken, RunProgress progress) {
        return mine(taken, "progress = :progress, read = :read, judged = :judged, " + HOLDS, progress);
    }

    /** Ends it with what was found; false if it is no longer this attempt's. */
    boolean finish(TakenBacktest taken, Finding finding) {
        return jdbi.inTransaction(tx -> {
            boolean mine = finish(tx, taken, finding);
            if (mine) {
                keep(tx, taken, finding.cases());
                keepGroups(tx, taken, finding.groups());
            }
            return mine;
        });
    }

    private static boolean finish(Handle tx, TakenBacktest taken, Finding finding) {
        Balance balance = finding.balance();
        return bound(
                                tx.createUpdate(CHANGE + OVER
                                        + "state = 'DONE', progress = 1, read = :read, judged = :judged,"
                                        + " held_from = :heldFrom, note = :note, gained = :gained,"
                                        + " lost = :lost, kept = :kept, result = :result"
                                        + MINE),
                                taken,
                                finding.progress())
                        .bind("heldFrom", finding.heldFrom())
                        .bind("note", finding.note())
                        .bind("gained", balance.gained().count())
                        .bind("lost", balance.lost().count())
                        .bind("kept", balance.kept().count())
                        .bind("result", new String(Json.write(balance), UTF_8))
                        .execute()
                > 0;
    }

    private static void keep(Handle tx, TakenBacktest taken, Map<Share.Side, List<Example>> cases) {
        PreparedBatch batch = tx.prepareBatch(
                """
                INSERT INTO backtest_case (backtest, side, number, support_group, example)
                VALUES (:id, :side, :number, :group, :example)""");
        cases.forEach((side, examples) -> {
            for (int i = 0; i < examples.size(); i++) {
                batch.bind("id", taken.id())
                        .bind("side", side.name())
                        .bind("number", i)
                        .bind("group", examples.get(i).supportGroup())
                        .bind("example", new String(Json.write(examples.get(i)), UTF_8))
                        .add();
            }
        });
        batch.execute();
    }

    private static void keepGroups(Handle tx, TakenBacktest taken, Map<String, GroupBalance> groups) {
        PreparedBatch batch = tx.prepareBatch(
                """
                INSERT INTO backtest_group (backtest, support_group, judged, gained, lost, kept, balance)
                VALUES (:id, :group, :judged, :gained, :lost, :kept, :balance)""");
        groups.forEach((group, found) -> batch.bind("id", taken.id())
                .bind("group", group)
                .bind("judged", found.judged())
                .bind("gained", found.balance().gained().count())
                .bind("lost", found.balance().lost().count())
                .bind("kept", found.balance().kept().count())
                .bind("balance", new String(Json.write(found.balance()), UTF_8))
                .add());
        batch.execute();
    }

    /** Ends it with a sentence that says why nothing was found. */
    boolean fail(TakenBacktest taken, String sentence) {
        return jdbi.withHandle(sql -> sql.createUpdate(CHANGE + OVER + "state = 'FAILED', error = :sentence" + MINE)
                        .bind("id", taken.id())
                        .bind("attempt", taken.attempt())
                        .bind("sentence", sentence)
                        .execute())
                > 0;
    }

    /** Gives it back, as if it had not been taken, for another instance to begin anew. */
    void release(TakenBacktest taken) {
        mine(
                taken,
                """
                state = 'QUEUED', attempt = attempt - 1, started_at = NULL, lease_until = NULL,
                progress = :progress, read = :read, judged = :judged""",
                new RunProgress(0, 0, 0));
    }

    private boolean mine(TakenBacktest taken, String set, RunProgress progress) {
        return jdbi.withHandle(sql -> bound(sql.createUpdate(CHANGE + set + MINE), taken, progress)
                        .execute())
                > 0;
    }

    private static Update bound(Update update, TakenBacktest taken, RunProgress progress) {
        return update.bind("id", taken.id())
                .bind("attempt", taken.attempt())
                .bind("progress", progress.progress())
                .bind("read", progress.read())
                .bind("judged", progress.judged());
    }
}
