package io.amends.rules.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.ContactChoice;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.kafka.KafkaAccess;
import io.amends.local.testing.Brokers;
import io.amends.rules.backtest.BacktestQueue.TakenBacktest;
import io.amends.rules.backtest.BacktestRun.End;
import io.amends.rules.backtest.core.BacktestPeriod;
import io.amends.rules.decision.DecisionMessages;
import io.amends.rules.testing.Loop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A backtest under way, held there by a log whose end never comes. */
@QuarkusTest
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "recovery_rules"),
        restrictToAnnotatedClass = false)
class BacktestRunTest {
    private static final Instant START = Instant.parse("2026-11-10T09:00:00Z");

    @Inject
    Loop loop;

    @Inject
    Jdbi jdbi;

    @Inject
    BacktestQueue queue;

    @Inject
    BacktestMetrics metrics;

    @Inject
    BacktestMessages messages;

    @Inject
    DecisionMessages decisions;

    @Inject
    DirectoryView directory;

    @Inject
    Clock clock;

    @ConfigProperty(name = "amends.kafka")
    String bootstrap;

    private final String cpc = "u" + UUID.randomUUID().toString().substring(0, 8);
    private BacktestApi api;

    @BeforeEach
    void portal() {
        api = new BacktestApi(loop, cpc);
        api.portal("");
        api.recorded(api.survey("r-1", "G", "1", ContactChoice.YES, START));
        api.decisions(1);
    }

    @Test
    @DisplayName("B7: a running backtest says how far it is, and stops within about a second when it is called off")
    void cancelled() throws Exception {
        TakenBacktest taken = taken(1);
        var run = CompletableFuture.supplyAsync(() -> run(taken, Duration.ofMinutes(1), false));
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> api.get("backtests/" + taken.id()).extract().<Integer>path("judged") == 1);
        JsonPath under = api.get("backtests/" + taken.id()).extract().jsonPath();
        assertThat(under.getString("state")).isEqualTo("RUNNING");
        assertThat(under.getDouble("progress")).isStrictlyBetween(0.0, 1.0);

        api.delete("backtests/" + taken.id()).statusCode(204);

        assertThat(run.get(3, TimeUnit.SECONDS)).isEqualTo(End.LOST);
        JsonPath over = api.over(taken.id().toString());
        assertThat(over.getString("state")).isEqualTo("CANCELLED");
        assertThat(over.getString("finishedAt")).isNotNull();
        api.delete("backtests/" + taken.id()).statusCode(409);
    }

    @Test
    @DisplayName("B7: a log that stops answering fails the backtest with a sentence")
    void stalled() {
        TakenBacktest taken = taken(1);

        assertThat(run(taken, Duration.ofSeconds(2), false)).isEqualTo(End.FAILED);

        JsonPath over = api.over(taken.id().toString());
        assertThat(over.getString("state")).isEqualTo("FAILED");
        assertThat(over.getString("error")).startsWith("Kafka did not answer for too long.");
    }

    @Test
    @DisplayName("B7: a process that stops gives its backtest back, and another one begins it anew")
    void released() {
        TakenBacktest taken = taken(1);
        assertThat(run(taken, Duration.ofMinutes(1), true)).isEqualTo(End.STOPPED);

        queue.release(taken);

        assertThat(api.over(taken.id().toString()).getString("state")).isEqualTo("DONE");
    }

    @Test
    @DisplayName("B7: a backtest whose instance is gone is taken over when its lease runs out; not for ever")
    void takenOver() {
        TakenBacktest gone = taken(2);
        TakenBacktest poison = taken(3);
        jdbi.useHandle(sql -> sql.createUpdate(
                        "UPDATE backtest SET lease_until = clock_timestamp() - interval '1 second' WHERE portal ="
                                + " :portal")
                .bind("portal", cpc)
                .execute());

        assertThat(api.over(gone.id().toString()).getLong("kept.count")).isEqualTo(1);
        assertThat(api.over(poison.id().toString()).getString("error")).startsWith("It was started three times");
        // Who lost it has no say any more.
        assertThat(queue.advance(gone, new BacktestQueue.RunProgress(0.5, 1, 1)))
                .isFalse();
        assertThat(queue.fail(gone, "too late")).isFalse();
    }

    /** One that runs, as far as everybody else knows, in an instance of its own. */
    private TakenBacktest taken(int attempt) {
        BacktestPeriod period = new BacktestPeriod(START.minusSeconds(60), START.plusSeconds(60));
        return jdbi.inTransaction(tx -> {
            UUID id = UUID.randomUUID();
            tx.createUpdate(
                            """
                            INSERT INTO backtest (id, portal, state, author, requested_at, started_at, from_at, to_at,
                              rules, rule_set, attempt, lease_until)
                            VALUES (:id, :portal, 'RUNNING', 'kim', :now, :now, :from, :to, 'draft', '{"rules":[]}',
                              :attempt, clock_timestamp() + interval '1 hour')""")
                    .bind("id", id)
                    .bind("portal", cpc)
                    .bind("now", clock.instant())
                    .bind("from", period.from())
                    .bind("to", period.to())
                    .bind("attempt", attempt)
                    .execute();
            return new TakenBacktest(id, attempt, cpc, period, "{\"rules\":[]}");
        });
    }

    private End run(TakenBacktest taken, Duration patience, boolean stopping) {
        DecisionLog endless = new DecisionLog(KafkaAccess.plain(bootstrap), clock) {
            @Override
            public Stretch since(Instant moment) {
                Stretch real = super.since(moment);
                Map<TopicPartition, Long> beyond = new HashMap<>(real.to());
                beyond.replaceAll((partition, end) -> end + 10);
                return new Stretch(real.from(), beyond, real.heldFrom());
            }
        };
        try {
            return new BacktestRun(endless, directory, queue, metrics, messages, decisions, 2, patience)
                    .run(taken, () -> stopping);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
