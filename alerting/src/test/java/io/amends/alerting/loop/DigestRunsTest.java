package io.amends.alerting.loop;

import static io.amends.alerting.loop.Scene.AT;
import static io.amends.alerting.loop.Scene.IN_PERIOD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.amends.alerting.Decisions;
import io.amends.alerting.candidate.DecisionsRead;
import io.amends.local.testing.Brokers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which period is built when, by the clock and by hand. The usual one ends on 20 November 2026 at 09:00 UTC. */
@QuarkusTest
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "alerting"),
        restrictToAnnotatedClass = false)
@QuarkusTestResource(MailServer.class)
class DigestRunsTest {
    @Inject
    Scene scene;

    @Inject
    DeliveryRows rows;

    @Inject
    TestClock clock;

    @Inject
    DecisionsRead decisions;

    @AfterEach
    void realTime() {
        clock.set(null);
    }

    @Test
    @DisplayName("C2: 08:59:59 is in the 09:00 digest, exactly 09:00 is in the next one, and each is in one only")
    void boundary() {
        String cpc = scene.portal(Map.of());
        scene.decided(
                cpc,
                Decisions.about("before").received("2026-11-20T08:59:59Z"),
                Decisions.about("at").received("2026-11-20T09:00:00Z"));

        assertThat(DigestApi.listed(DigestApi.run(cpc, AT, false), "lead")).containsExactly("before");
        assertThat(DigestApi.listed(DigestApi.run(cpc, "2026-11-21T09:00:00Z", false), "lead"))
                .containsExactly("at");
    }

    @Test
    @DisplayName("C2: what is decided after its period was built comes once, in the next digest with late ones, marked")
    void late() {
        String cpc = scene.portal(Map.of());
        scene.decided(cpc, Decisions.about("first").received(IN_PERIOD));
        DigestApi.run(cpc, AT, false);
        scene.decided(
                cpc,
                Decisions.about("late").received(IN_PERIOD),
                Decisions.about("next").received("2026-11-20T10:00:00Z"));

        assertThat(DigestApi.listed(DigestApi.run(cpc, AT, true), "lead")).containsExactly("first");
        JsonPath next = DigestApi.run(cpc, "2026-11-21T09:00:00Z", true);
        assertThat(DigestApi.listed(next, "lead")).containsExactly("late", "next");
        assertThat(DigestApi.item(next, "lead", "late").getBoolean("late")).isTrue();
        assertThat(DigestApi.item(next, "lead", "next").getBoolean("late")).isFalse();

        scene.decided(cpc, Decisions.about("third").received("2026-11-21T10:00:00Z"));
        assertThat(DigestApi.listed(DigestApi.run(cpc, "2026-11-22T09:00:00Z", true), "lead"))
                .containsExactly("third");
    }

    @Test
    @DisplayName(
            "C2: the clock builds a period after its alert instant, and after an outage every missed one, oldest first")
    void theClock() {
        String cpc = scene.portal(Map.of());
        Instant first = nextNine(clock.instant());
        scene.decided(
                cpc,
                Decisions.about("one").received(first.minusSeconds(1).toString()),
                Decisions.about("two").received(first.toString()),
                Decisions.about("before")
                        .received(first.minusSeconds(3 * 86_400).toString()));

        clock.set(first.plusSeconds(59));
        await().during(java.time.Duration.ofSeconds(1)).atMost(Scene.SOON).until(() -> rows.digests(cpc) == 0);
        clock.set(first.plusSeconds(86_400 + 60));
        await().atMost(Scene.SOON).until(() -> rows.digests(cpc) == 4);

        assertThat(DigestApi.listed(DigestApi.run(cpc, first.toString(), false), "lead"))
                .containsExactly("before", "one");
        assertThat(DigestApi.listed(DigestApi.run(cpc, first.plusSeconds(86_400).toString(), false), "lead"))
                .containsExactly("two");
        assertThat(rows.periods(cpc)).containsExactly(first, first.plusSeconds(86_400));
    }

    @Test
    @DisplayName(
            "C2: an alert time changed on the first day: periods neither overlap nor leave a gap, who asked not to be contacted counts once, and the reply tells its digests' period")
    void alertTimeChanged() {
        String cpc = scene.portal(Map.of());
        scene.decided(
                cpc,
                Decisions.about("one").received("2026-11-20T08:00:00Z"),
                Decisions.about("no").received("2026-11-20T08:30:00Z").refused(),
                Decisions.about("two").received("2026-11-20T11:00:00Z"));
        JsonPath nine = DigestApi.run(cpc, AT, false);
        scene.changed(cpc, Map.of("alertTime", "10:00"));

        JsonPath same = DigestApi.run(cpc, "2026-11-20T10:30:00Z", false);
        JsonPath next = DigestApi.run(cpc, "2026-11-21T10:30:00Z", false);
        JsonPath before = DigestApi.run(cpc, "2026-11-18T12:00:00Z", false);

        assertThat(same.getString("period.to")).isEqualTo(AT);
        assertThat(same.getList("digests.id")).isEqualTo(nine.getList("digests.id"));
        assertThat(next.getString("period.from")).isEqualTo(AT);
        assertThat(before.getString("period.to")).isEqualTo("2026-11-18T10:00:00Z");
        for (JsonPath reply : List.of(nine, same, next)) {
            assertThat(reply.getList("digests.period.from")).containsOnly(reply.getString("period.from"));
            assertThat(reply.getList("digests.period.to")).containsOnly(reply.getString("period.to"));
        }
        assertThat(DigestApi.detail(nine, "lead").getInt("refused")).isEqualTo(1);
        assertThat(DigestApi.detail(next, "lead").getInt("refused")).isZero();
        assertThat(DigestApi.listed(next, "lead")).containsExactly("two");
    }

    @Test
    @DisplayName(
            "C2: a run by hand for a time in the future is refused, an unknown portal is not found, nor is another's")
    void refusals() {
        String cpc = scene.portal(Map.of());

        assertThat(DigestApi.post(Keys.ALL, cpc, clock.instant().plusSeconds(60).toString())
                        .statusCode())
                .isEqualTo(400);
        assertThat(DigestApi.post(Keys.ALL, "nowhere", AT).statusCode()).isEqualTo(404);
        assertThat(DigestApi.post(Keys.OTHER, cpc, AT).statusCode()).isEqualTo(404);
        scene.decided(cpc, Decisions.about("kim").received(IN_PERIOD));
        String id = DigestApi.run(cpc, AT, false).getString("digests[0].id");
        for (String path : List.of("", "/pdf", "/html")) {
            assertThat(DigestApi.get(Keys.ALL, "/v1/digests/" + id + path).statusCode())
                    .isEqualTo(200);
            assertThat(DigestApi.get(Keys.OTHER, "/v1/digests/" + id + path).statusCode())
                    .isEqualTo(404);
        }
        assertThat(DigestApi.get(Keys.ALL, "/v1/portals/" + cpc + "/digests?from=2026-11-20&to=2026-11-20")
                        .jsonPath()
                        .getInt("total"))
                .isEqualTo(2);
        assertThat(DigestApi.get(Keys.ALL, "/v1/portals/" + cpc + "/digests?to=2026-11-19")
                        .jsonPath()
                        .getInt("total"))
                .isZero();
    }

    @Test
    @DisplayName("C2: after an outage the clock can tell whether all decisions that Kafka had are taken in")
    void caughtUp() throws Exception {
        String cpc = scene.portal(Map.of());
        scene.decided(cpc, Decisions.about("r").received(IN_PERIOD));
        Map<TopicPartition, Long> end = decisions.end();
        Map<TopicPartition, Long> beyond = new java.util.HashMap<>(end);
        beyond.replaceAll((partition, offset) -> offset + 1);

        await().atMost(Scene.SOON).until(() -> decisions.reached(end));
        assertThat(decisions.reached(beyond)).isFalse();
    }

    /** The next alert instant: another one before it would be built first. */
    private static Instant nextNine(Instant now) {
        Instant nine = now.truncatedTo(ChronoUnit.DAYS).plus(9, ChronoUnit.HOURS);
        return nine.isAfter(now) ? nine : nine.plus(1, ChronoUnit.DAYS);
    }
}
