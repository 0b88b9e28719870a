package io.amends.rules.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.kit.access.Signature;
import io.amends.kit.rights.Sight;
import io.amends.local.testing.Brokers;
import io.amends.rules.backtest.BacktestStore.BacktestOrder;
import io.amends.rules.backtest.core.BacktestPeriod;
import io.amends.rules.versions.NamedRules;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a portal is told of the queue that all portals share. */
@QuarkusTest
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "recovery_rules"),
        restrictToAnnotatedClass = false)
class QueuePlaceTest {
    private static final BacktestPeriod DAY =
            new BacktestPeriod(Instant.parse("2026-11-10T00:00:00Z"), Instant.parse("2026-11-11T00:00:00Z"));

    @Inject
    StoredBacktests backtests;

    @Inject
    BacktestStore store;

    @Test
    @TestTransaction // which is rolled back, so that nobody runs them
    @DisplayName("H3, B7: how many backtests are before one counts those of its own portal alone")
    void ownPortal() {
        for (String portal : List.of("queue-other", "queue-own", "queue-other")) {
            asked(portal);
        }
        UUID mine = asked("queue-own");
        backtests.flush();
        backtests.getEntityManager().clear();

        assertThat(store.one("queue-own", mine, Sight.ALL, Locale.UK)
                        .orElseThrow()
                        .queued())
                .isEqualTo(1);
    }

    private UUID asked(String portal) {
        UUID id = UUID.randomUUID();
        Signature by = new Signature("robin", null, null);
        NamedRules rules = new NamedRules("draft", "{\"rules\": []}", null);
        backtests.persist(new StoredBacktest(id, new BacktestOrder(portal, by, DAY, rules), Instant.now()));
        return id;
    }
}
