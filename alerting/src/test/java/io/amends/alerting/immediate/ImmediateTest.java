package io.amends.alerting.immediate;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.alerting.Decisions;
import io.amends.alerting.digest.Candidate;
import io.amends.alerting.digest.Recipients;
import io.amends.alerting.immediate.AlertTurn.HoldBack;
import io.amends.alerting.immediate.AlertTurn.TellLater;
import io.amends.alerting.immediate.AlertTurn.TellNow;
import io.amends.alerting.period.QuietTime;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.RecoveryDecided.Alert;
import io.amends.contracts.directory.Portal;
import io.amends.contracts.directory.QuietHours;
import io.amends.contracts.testing.DecisionBuilder;
import io.amends.contracts.testing.DirectoryEntries;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ImmediateTest {
    private static final Portal USUAL = DirectoryEntries.portal("'admins':['admin']");
    private static final Portal ON_YES = DirectoryEntries.portal("'admins':['admin'],'immediateOnYes':true");
    private static final Duration GATHERING = Duration.ofMinutes(5);
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    @DisplayName(
            "C7: a rule tells at once; a YES does where the portal wants it; neither does of what nobody may act on")
    void why() {
        assertThat(ImmediateWhy.of(byRule("r").build(), USUAL)).isEqualTo(ImmediateWhy.RULE);
        assertThat(ImmediateWhy.of(byRule("r").asked().build(), ON_YES)).isEqualTo(ImmediateWhy.RULE);
        assertThat(ImmediateWhy.of(Decisions.about("r").asked().build(), ON_YES))
                .isEqualTo(ImmediateWhy.ASKED);
        assertThat(ImmediateWhy.of(Decisions.happy("r").build(), ON_YES)).isEqualTo(ImmediateWhy.ASKED);
        assertThat(ImmediateWhy.of(Decisions.about("r").asked().build(), USUAL)).isNull();
        assertThat(ImmediateWhy.of(Decisions.about("r").build(), ON_YES)).isNull();
        for (DecisionBuilder one : List.of(
                byRule("no").refused(),
                byRule("old").history(),
                byRule("gone").withdrawn(),
                byRule("replaced").supersededBy("newer"),
                Decisions.about("none").asked().alert(Alert.NONE))) {
            assertThat(ImmediateWhy.of(one.build(), ON_YES)).isNull();
            assertThat(ImmediateWhy.possible(one.build())).isFalse();
        }
    }

    @Test
    @DisplayName(
            "C7: whoever gets the group's cases is told, but for whom a digest has told it; nobody of what is solved")
    void audience() {
        assertThat(audience(byRule("r"), Set.of(), false)).containsExactly("lead", "also");
        assertThat(audience(byRule("r"), Set.of("lead"), false)).containsExactly("also");
        assertThat(audience(byRule("r"), Set.of(), true)).isEmpty();
        assertThat(audience(byRule("r").group("LONE"), Set.of(), false)).containsExactly("admin");
        assertThat(audience(Decisions.about("r"), Set.of(), false)).isEmpty();
    }

    @Test
    @DisplayName(
            "B5, C7: whom a rule names is told at once as well, once, also beside an admin, and not of what waits for the digest")
    void alsoAtOnce() {
        DecisionBuilder named =
                byRule("r").also("named", "VIP").also("also", "VIP").also("gone", "VIP");

        assertThat(audience(named, Set.of(), false)).containsExactly("lead", "also", "named");
        assertThat(audience(named, Set.of("named"), false)).containsExactly("lead", "also");
        assertThat(audience(named, Set.of(), true)).isEmpty();
        assertThat(audience(byRule("r").group("LONE").also("named", "VIP"), Set.of(), false))
                .containsExactly("admin", "named");
        assertThat(audience(Decisions.about("r").also("named", "VIP"), Set.of(), false))
                .isEmpty();
        assertThat(audience(byRule("no").refused().also("named", "VIP"), Set.of(), false))
                .isEmpty();
    }

    @Test
    @DisplayName("C7, C10: the first message goes at once, the next after five minutes, and none in quiet time")
    void turns() {
        AlertTurn first = new AlertTurn(null);
        assertThat(first.at(NOON, null, GATHERING)).isEqualTo(new TellNow(new AlertTurn(NOON.plus(GATHERING))));
        AlertTurn second = new AlertTurn(NOON.plus(GATHERING));
        assertThat(second.at(NOON.plusSeconds(299), null, GATHERING)).isEqualTo(new TellLater(NOON.plus(GATHERING)));
        assertThat(second.at(NOON.plusSeconds(300), null, GATHERING)).isInstanceOf(TellNow.class);
        assertThat(second.at(NOON, NOON.plusSeconds(9), GATHERING)).isEqualTo(new HoldBack(NOON.plusSeconds(9)));
    }

    @Provide
    Arbitrary<List<Integer>> arrivals() {
        return Arbitraries.integers().between(0, 2 * 24 * 60).list().ofMaxSize(60);
    }

    /** What a burst makes of a contact's two days, looked at each minute. */
    @Property(tries = 100)
    void c7_messagesKeepTheirDistanceAndNothingWaitsLongerThanItMust(@ForAll("arrivals") List<Integer> arrivals) {
        QuietTime quiet =
                new QuietTime(new QuietHours(LocalTime.of(20, 0), LocalTime.of(8, 0)), ZoneId.of("Europe/Berlin"));
        List<Instant> told = new ArrayList<>();
        List<Instant> waiting = new ArrayList<>();
        AlertTurn turn = new AlertTurn(null);
        for (int minute = 0; minute <= 3 * 24 * 60; minute++) {
            Instant now = NOON.plus(Duration.ofMinutes(minute));
            int at = minute;
            arrivals.stream().filter(one -> one == at).forEach(one -> waiting.add(now));
            if (!waiting.isEmpty() && turn.at(now, quiet.end(now), GATHERING) instanceof TellNow tell) {
                told.add(now);
                turn = tell.then();
                Instant last = told.size() < 2 ? Instant.EPOCH : told.get(told.size() - 2);
                assertThat(now).isAfterOrEqualTo(last.plus(GATHERING));
                for (Instant one : waiting) {
                    Instant mustWait = later(one, last.plus(GATHERING));
                    Instant quietUntil = quiet.end(mustWait);
                    assertThat(now).isEqualTo(quietUntil == null ? mustWait : quietUntil);
                }
                waiting.clear();
            }
        }
        assertThat(waiting).isEmpty();
        assertThat(told).allSatisfy(one -> assertThat(quiet.end(one)).isNull());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static DecisionBuilder byRule(String response) {
        return Decisions.about(response).alert(Alert.IMMEDIATE);
    }

    private static List<String> audience(DecisionBuilder decided, Set<String> shownTo, boolean solved) {
        RecoveryDecided decision = decided.build();
        return ImmediateAudience.of(new Candidate(decision, null, shownTo, null), solved, recipients());
    }

    private static Recipients recipients() {
        return new Recipients(
                USUAL,
                Map.of("NET", DirectoryEntries.group("Network", "lead", "also")),
                Map.of(
                        "lead", DirectoryEntries.contact("Lead"),
                        "also", DirectoryEntries.contact("Also"),
                        "admin", DirectoryEntries.contact("Admin"),
                        "named", DirectoryEntries.contact("Named")));
    }
}
