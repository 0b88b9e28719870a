package io.amends.rules.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.contracts.api.BacktestState;
import io.amends.kit.access.Signature;
import io.amends.kit.page.PageRequest;
import io.amends.kit.rights.Sight;
import io.amends.local.testing.Brokers;
import io.amends.rules.backtest.BacktestQueue.RunProgress;
import io.amends.rules.backtest.BacktestQueue.TakenBacktest;
import io.amends.rules.backtest.core.BacktestPeriod;
import io.amends.rules.testing.Waiting;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.hibernate.Hibernate;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A backtest that runs elsewhere, changed by who runs it and by who asked for it. */
@QuarkusTest
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "recovery_rules"),
        restrictToAnnotatedClass = false)
class StoredBacktestTest {
    private static final Signature KIM = new Signature("kim", null, null);
    private static final Instant START = Instant.parse("2026-11-10T09:00:00Z");

    @Inject
    BacktestStore store;

    @Inject
    StoredBacktests backtests;

    @Inject
    BacktestQueue queue;

    @Inject
    Jdbi jdbi;

    private final String cpc = "c" + UUID.randomUUID().toString().substring(0, 8);
    private final TakenBacktest taken = new TakenBacktest(
            UUID.randomUUID(), 2, cpc, new BacktestPeriod(START, START.plusSeconds(60)), "{\"rules\":[]}");

    @BeforeEach
    void running() {
        jdbi.useHandle(sql -> sql.createUpdate(
                        """
                        INSERT INTO backtest (id, portal, state, author, requested_at, started_at, from_at, to_at, rules,
                          rule_set, attempt, lease_until)
                        VALUES (:id, :portal, 'RUNNING', 'kim', :from, :from, :from, :to, 'draft', :rules, :attempt,
                          clock_timestamp() + interval '1 hour')""")
                .bind("id", taken.id())
                .bind("portal", cpc)
                .bind("from", taken.period().from())
                .bind("to", taken.period().to())
                .bind("rules", taken.ruleSet())
                .bind("attempt", taken.attempt())
                .execute());
    }

    @Test
    @DisplayName("B7: calling one off lets go of its rules and its lease, and leaves how far it was")
    void cancelled() {
        queue.advance(taken, new RunProgress(0.5, 7, 3));

        assertThat(store.cancel(cpc, taken.id(), KIM)).isTrue();

        assertThat(row())
                .containsEntry("state", "CANCELLED")
                .containsEntry("rule_set", null)
                .containsEntry("lease_until", null)
                .containsEntry("attempt", 2)
                .containsEntry("progress", 0.5)
                .containsEntry("read", 7L);
        assertThat(queue.advance(taken, new RunProgress(0.6, 8, 3))).isFalse();
        assertThat(store.cancel(cpc, taken.id(), KIM)).isFalse();
        assertThat(store.cancel("another", taken.id(), KIM)).isFalse();
    }

    @Test
    @DisplayName("B7: one that ends while it is called off has ended")
    void endsMeanwhile() {
        CompletableFuture<Boolean> cancelling = jdbi.inTransaction(tx -> {
            tx.execute("UPDATE backtest SET state = 'FAILED', revision = revision + 1 WHERE id = ?", taken.id());
            var late = CompletableFuture.supplyAsync(() -> store.cancel(cpc, taken.id(), KIM));
            Waiting.until(tx);
            return late;
        });

        assertThat(cancelling.join()).isFalse();
        assertThat(store.state(cpc, taken.id())).contains(BacktestState.FAILED);
    }

    @Test
    @DisplayName("B7: what was read before a word of who runs it is not saved over that word")
    void stale() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    StoredBacktest read = backtests.one(cpc, taken.id()).orElseThrow();
                    CompletableFuture.runAsync(() -> queue.release(taken)).join();
                    read.cancel(START);
                    backtests.flush();
                }))
                .isInstanceOf(OptimisticLockException.class);
        assertThat(row()).doesNotContainEntry("state", "CANCELLED");
    }

    @Test
    @DisplayName("B7: a backtest is read without its rules and its outcome, and a page that is far off is empty")
    void lazily() {
        QuarkusTransaction.requiringNew().run(() -> {
            StoredBacktest read = backtests.newest(cpc, new PageRequest(0, 500)).get(0);
            assertThat(Hibernate.isPropertyInitialized(read, "ruleSet")).isFalse();
            assertThat(Hibernate.isPropertyInitialized(read, "result")).isFalse();
        });
        assertThat(store.newest(cpc, new PageRequest(Integer.MAX_VALUE, 500), Sight.ALL, Locale.UK))
                .isEmpty();
    }

    private Map<String, Object> row() {
        return jdbi.withHandle(sql -> sql.createQuery("SELECT * FROM backtest WHERE id = ?")
                .bind(0, taken.id())
                .mapToMap()
                .one());
    }
}
