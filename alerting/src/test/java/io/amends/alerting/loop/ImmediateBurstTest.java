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

/** What becomes of a burst of what is told at once (C7). */
@QuarkusTest
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "alerting"),
        restrictToAnnotatedClass = false)
@QuarkusTestResource(MailServer.class)
class ImmediateBurstTest {
    private static final int BURST = 200;

    @Inject
    Scene scene;

    @Inject
    DirectoryView directory;

    @Inject
    DeliveryRows rows;

    @Inject
    Jdbi jdbi;

    @Test
    @DisplayName("C7: of 200 cases that are told at once to 200 people, each hears of theirs once")
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
        List<String> told =
                jdbi.withHandle(handle -> handle.select("SELECT contact_id FROM delivery WHERE portal = ?", cpc)
                        .mapTo(String.class)
                        .list());
        assertThat(told)
                .containsExactlyInAnyOrder(
                        IntStream.range(0, BURST).mapToObj(i -> "c" + i).toArray(String[]::new));
    }
}
