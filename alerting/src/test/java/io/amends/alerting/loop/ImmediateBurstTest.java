package io.amends.alerting.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.amends.alerting.Decisions;
import io.amends.contracts.RecoveryDecided.Alert;
import io.amends.contracts.testing.DecisionBuilder;
import io.amends.kit.directory.DirectoryView;
import io.amends.local.testing.Brokers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How long a burst of what is told at once takes, from the decision to the mail server (C7). */
@QuarkusTest
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "alerting"),
        restrictToAnnotatedClass = false)
@QuarkusTestResource(MailServer.class)
class ImmediateBurstTest {
    private static final int BURST = 500;
    private static final Duration WANTED = Duration.ofSeconds(30);

    @Inject
    Scene scene;

    @Inject
    DirectoryView directory;

    @Inject
    DeliveryRows rows;

    @Inject
    Jdbi jdbi;

    @Test
    @DisplayName("C7: of 500 that are told at once to 500 people, 99 in 100 are handed over within 30 s")
    void burst() {
        String cpc = scene.portal(Map.of());
        IntStream.range(0, BURST).forEach(i -> {
            scene.contact(cpc, "c" + i, Map.of());
            scene.entry(cpc, "group", "G" + i, Map.of("name", "Group " + i, "supportLead", "c" + i));
        });
        await().atMost(Duration.ofMinutes(1))
                .until(() -> directory.require(cpc).groups().containsKey("G" + (BURST - 1)));
        Instant now = Instant.now();

        scene.decided(
                cpc,
                IntStream.range(0, BURST)
                        .mapToObj(i -> Decisions.about("r" + i)
                                .received(now)
                                .group("G" + i)
                                .alert(Alert.IMMEDIATE))
                        .toArray(DecisionBuilder[]::new));

        await().atMost(Duration.ofMinutes(2)).until(() -> rows.allSent(cpc, BURST));
        List<Instant> sent = jdbi.withHandle(
                handle -> handle.select("SELECT sent_at FROM delivery WHERE portal = ? ORDER BY sent_at", cpc)
                        .mapTo(Instant.class)
                        .list());
        assertThat(Duration.between(now, sent.get(BURST * 99 / 100 - 1))).isLessThan(WANTED);
    }
}
