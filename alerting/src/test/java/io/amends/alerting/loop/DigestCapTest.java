package io.amends.alerting.loop;

import static io.amends.alerting.loop.Scene.AT;
import static io.amends.alerting.loop.Scene.IN_PERIOD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.alerting.Decisions;
import io.amends.contracts.RecoveryDecided.Kind;
import io.amends.contracts.Topics;
import io.amends.contracts.testing.DecisionBuilder;
import io.amends.kit.directory.DirectoryView;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.WholeTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A group's cap: what its digests show, what waits, and what becomes of it. */
@QuarkusTest
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "alerting"),
        restrictToAnnotatedClass = false)
@QuarkusTestResource(MailServer.class)
class DigestCapTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-11-01");
    private static final int DAYS = 6;
    private static final int CAP = 5;
    /** Ten times what comes on a usual day. */
    private static final int SPIKE = 30;

    private static final int ASKED = 2;

    @Inject
    Scene scene;

    @Inject
    DeliveryRows rows;

    @Inject
    TestClock clock;

    @Inject
    DirectoryView directory;

    @AfterEach
    void realTime() {
        clock.set(null);
    }

    @Test
    @DisplayName(
            "B8: through six days of a tenfold spike a group gets its cap a day and who asked first, then who waits"
                    + " longest; once the cap is raised and taken away all that waited comes, none twice")
    void spike() {
        String cpc = scene.portal(Map.of());
        cap(cpc, CAP);
        List<String> flagged = new ArrayList<>();
        List<String> waiting = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            List<String> fresh = day(cpc, day);
            flagged.addAll(fresh);
            waiting.addAll(fresh.subList(ASKED, fresh.size()));
            List<String> turn = waiting.subList(0, CAP - ASKED);

            JsonPath run = DigestApi.run(cpc, nine(day), false);

            List<String> listed = DigestApi.listed(run, "lead");
            assertThat(listed.subList(0, ASKED)).containsExactlyElementsOf(fresh.subList(0, ASKED));
            assertThat(listed.subList(ASKED, listed.size())).containsExactlyElementsOf(turn);
            seen.addAll(listed);
            turn.clear();
            assertThat(DigestApi.listed(run, "also")).isEqualTo(listed);
            assertThat(run.getList("digests.responses")).containsExactly(CAP, CAP);
            assertThat(run.getList("digests.listed")).containsExactly(CAP, CAP);
            assertThat(run.getList("digests.deferred")).containsExactly(waiting.size(), waiting.size());
            assertThat(DigestApi.detail(run, "lead").<String>getList("deferred.responseId"))
                    .containsExactlyElementsOf(waiting);
            JsonPath again = DigestApi.run(cpc, nine(day), true);
            assertThat(again.getList("digests.id")).isEqualTo(run.getList("digests.id"));
            assertThat(again.getList("digests.deferred")).isEqualTo(run.getList("digests.deferred"));
        }
        assertThat(waiting).hasSize(DAYS * (SPIKE - CAP));

        cap(cpc, 50);
        for (int day = DAYS; day < DAYS + 2; day++) {
            JsonPath run = DigestApi.run(cpc, nine(day), false);
            List<String> turn = waiting.subList(0, 50);
            assertThat(DigestApi.listed(run, "lead")).containsExactlyElementsOf(turn);
            assertThat(DigestApi.item(run, "lead", turn.get(0)).getBoolean("late"))
                    .isFalse();
            seen.addAll(turn);
            turn.clear();
        }
        cap(cpc, null);
        JsonPath rest = DigestApi.run(cpc, nine(DAYS + 2), false);
        assertThat(DigestApi.listed(rest, "also")).containsExactlyElementsOf(waiting);
        assertThat(rest.getList("digests.deferred")).containsExactly(0, 0);
        seen.addAll(waiting);

        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(flagged);
        assertThat(DigestApi.run(cpc, nine(DAYS + 3), true).getList("digests")).isEmpty();
        assertTold(cpc, flagged);
    }

    /** What waits at the end of the day is told as well as what is shown, for each contact. */
    private static void assertTold(String cpc, List<String> flagged) {
        await().atMost(Scene.SOON).until(() -> told(cpc).size() == 2 * (DAYS + 3));
        List<String> shown = new ArrayList<>();
        for (JsonNode event : told(cpc)) {
            if (event.get("contactId").asText().equals("lead")) {
                event.get("shown").forEach(id -> shown.add(id.asText()));
            }
        }
        JsonNode first = told(cpc).get(0);
        assertThat(shown).containsExactlyInAnyOrderElementsOf(flagged);
        assertThat(first.get("shown")).hasSize(CAP);
        assertThat(first.get("deferred")).hasSize(SPIKE - CAP);
        assertThat(first.at("/period/to").asText()).isEqualTo(nine(0));
    }

    private static List<JsonNode> told(String cpc) {
        return WholeTopic.read(Brokers.shared().bootstrap(), Topics.DELIVERIES, cpc);
    }

    @Test
    @DisplayName(
            "B8: what waits and is replaced, moved, decided anew or repaired keeps its place, or waits no longer; a cap of 0"
                    + " is said in words")
    void meanwhile() {
        String cpc = scene.portal(Map.of());
        cap(cpc, 0);
        scene.decided(
                cpc,
                Decisions.about("stays").received(IN_PERIOD),
                Decisions.about("replaced").received(IN_PERIOD),
                Decisions.about("moves").received(IN_PERIOD),
                Decisions.about("gone").received(IN_PERIOD),
                Decisions.about("repaired").received(IN_PERIOD));
        JsonPath first = DigestApi.run(cpc, AT, false);
        assertThat(first.getList("digests.listed")).containsExactly(0, 0);
        assertThat(first.getList("digests.deferred")).containsExactly(5, 5);
        assertThat(DigestApi.get(Keys.ALL, "/v1/digests/" + first.getString("digests[0].id") + "/html")
                        .asString())
                .contains("Network: 5 more wait. The limit of this group is 0 cases a day");

        scene.decided(
                cpc,
                second(Decisions.about("replaced")).kind(Kind.NONE).supersededBy("new"),
                Decisions.about("new").received("2026-11-20T10:00:00Z").replaces("replaced"),
                second(Decisions.about("moves").group("APAC")).movedFrom("NET"),
                second(Decisions.about("gone")).kind(Kind.NONE),
                second(Decisions.about("repaired")).withdrawn());
        scene.decided(
                cpc,
                Decisions.about("repaired")
                        .received(IN_PERIOD)
                        .version(3)
                        .repairedAt("2026-11-20T20:00:00Z")
                        .history());
        cap(cpc, null);
        JsonPath next = DigestApi.run(cpc, "2026-11-21T09:00:00Z", false);

        assertThat(DigestApi.listed(next, "lead")).containsExactly("repaired", "stays", "new");
        assertThat(DigestApi.listed(next, "also")).containsExactlyInAnyOrder("moves", "repaired", "stays", "new");
        for (String one : List.of("moves", "repaired", "stays", "new")) {
            JsonPath item = DigestApi.item(next, "also", one);
            assertThat(item.getString("waitsSince")).isEqualTo(AT);
            assertThat(item.getList("marks")).isEmpty();
        }
        assertThat(DigestApi.run(cpc, "2026-11-22T09:00:00Z", true).getList("digests"))
                .isEmpty();
    }

    @Test
    @DisplayName("B8: the clock defers as a run by hand does")
    void theClock() {
        String cpc = scene.portal(Map.of());
        cap(cpc, 1);
        Instant now = clock.instant();
        Instant today = now.truncatedTo(ChronoUnit.DAYS).plus(9, ChronoUnit.HOURS);
        Instant first = today.isAfter(now) ? today : today.plus(1, ChronoUnit.DAYS);
        scene.decided(
                cpc,
                Decisions.about("one").received(first.minusSeconds(2)),
                Decisions.about("two").received(first.minusSeconds(1)));

        clock.set(first.plus(1, ChronoUnit.DAYS).plusSeconds(60));
        await().atMost(Scene.SOON).until(() -> rows.digests(cpc) == 4);

        JsonPath second = DigestApi.run(cpc, first.plus(1, ChronoUnit.DAYS).toString(), false);
        assertThat(DigestApi.listed(DigestApi.run(cpc, first.toString(), false), "lead"))
                .containsExactly("one");
        assertThat(DigestApi.listed(second, "lead")).containsExactly("two");
        assertThat(DigestApi.item(second, "lead", "two").getString("waitsSince"))
                .isEqualTo(first.toString());
    }

    /** A day's responses, of which the first ones ask to be contacted. */
    private List<String> day(String cpc, int day) {
        List<String> ids = new ArrayList<>();
        List<DecisionBuilder> decided = new ArrayList<>();
        for (int i = 0; i < SPIKE; i++) {
            String id = "r-%02d-%02d".formatted(day, i);
            DecisionBuilder one = Decisions.about(id)
                    .received(
                            Instant.parse(nine(day)).minus(2, ChronoUnit.HOURS).plusSeconds(i));
            decided.add(i < ASKED ? one.asked() : one);
            ids.add(id);
        }
        scene.decided(cpc, decided.toArray(DecisionBuilder[]::new));
        return ids;
    }

    private static DecisionBuilder second(DecisionBuilder decided) {
        return decided.received(IN_PERIOD).version(2);
    }

    private static String nine(int day) {
        return FIRST.plusDays(day) + "T09:00:00Z";
    }

    private void cap(String cpc, @Nullable Integer dailyCap) {
        Map<String, Object> group =
                new HashMap<>(Map.of("name", "Network", "supportLead", "lead", "alsoAlerts", List.of("also")));
        group.put("dailyCap", dailyCap);
        scene.entry(cpc, "group", "NET", group);
        await().atMost(Scene.SOON)
                .until(() -> Objects.equals(
                        Objects.requireNonNull(directory.require(cpc).groups().get("NET"))
                                .dailyCap(),
                        dailyCap));
    }
}
