package io.amends.alerting.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.alerting.Decisions;
import io.amends.alerting.period.DigestPeriod;
import io.amends.contracts.RecoveryDecided.Alert;
import io.amends.contracts.RecoveryDecided.Kind;
import io.amends.contracts.api.DigestMark;
import io.amends.contracts.directory.Portal;
import io.amends.contracts.testing.DecisionBuilder;
import io.amends.contracts.testing.DirectoryEntries;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The period under test ends on Friday 20 November 2026 at 09:00 in Berlin. */
class SelectionTest {
    private static final DigestPeriod FRIDAY =
            new DigestPeriod(Instant.parse("2026-11-19T08:00:00Z"), Instant.parse("2026-11-20T08:00:00Z"));

    private static final String IN_PERIOD = "2026-11-20T07:00:00Z";
    private static final String BEFORE = "2026-11-18T10:00:00Z";

    private static final Instant WAITS = Instant.parse("2026-11-19T08:00:00Z");

    private Portal portal = DirectoryEntries.portal("");
    private boolean includeLate = true;

    @Test
    @DisplayName("C2: what was received in the period is in it, unmarked; what comes at its end is not")
    void window() {
        assertThat(marks(Decisions.about("r").received(IN_PERIOD))).isEmpty();
        assertThat(marks(Decisions.about("r").received("2026-11-19T08:00:00Z"))).isEmpty();
        assertThat(marks(Decisions.about("r").received("2026-11-20T08:00:00Z"))).isNull();
    }

    @Test
    @DisplayName(
            "C2: what an earlier period could not have is marked late, for seven days, and not in a run without late ones")
    void late() {
        assertThat(marks(Decisions.about("r").received(BEFORE))).containsExactly(DigestMark.LATE);
        assertThat(marks(Decisions.about("r").received("2026-11-13T08:00:00Z"))).containsExactly(DigestMark.LATE);
        assertThat(marks(Decisions.about("r").received("2026-11-13T07:59:59Z"))).isNull();
        includeLate = false;
        assertThat(marks(Decisions.about("r").received(BEFORE))).isNull();
    }

    @Test
    @DisplayName("C2: nobody gets a response again that a digest had")
    void listedBefore() {
        assertThat(of(new Candidate(Decisions.about("r").received(BEFORE).build(), "NET", Set.of("c-2"), null)))
                .isNull();
        assertThat(of(new Candidate(Decisions.about("r").received(IN_PERIOD).build(), "NET", Set.of("c-2"), null)))
                .isNull();
    }

    @Test
    @DisplayName("B4, A4, C2: refused, replaced, happy and old ones are never listed")
    void notActionable() {
        DecisionBuilder none = Decisions.about("r").received(IN_PERIOD);
        none.kind(Kind.NONE).alert(Alert.DIGEST);
        DecisionBuilder replaced = Decisions.about("r").received(IN_PERIOD);
        replaced.supersededBy("r-2").kind(Kind.RECOVERY);
        DecisionBuilder history = Decisions.about("r").received(IN_PERIOD);
        history.history().alert(Alert.DIGEST);
        DecisionBuilder silent = Decisions.about("r").received(IN_PERIOD);
        silent.alert(Alert.NONE);

        assertThat(marks(none)).isNull();
        assertThat(marks(replaced)).isNull();
        assertThat(marks(history)).isNull();
        assertThat(marks(silent)).isNull();
        assertThat(marks(Decisions.about("r").received(IN_PERIOD).refused())).isNull();
    }

    @Test
    @DisplayName(
            "A6: repaired before the alert instant of the day after, it is in the next digest as if nothing had been")
    void repairedInTime() {
        // Received Wednesday 18 November, 11:00 in Berlin: in time until Thursday, 09:00.
        assertThat(marks(Decisions.about("r").received(BEFORE).repairedAt("2026-11-19T07:59:59Z")))
                .isEmpty();
        assertThat(marks(Decisions.about("r").received(BEFORE).repairedAt("2026-11-19T08:00:00Z")))
                .containsExactly(DigestMark.LATE);
        // Received Thursday early and repaired that afternoon: Thursday's digest is gone, Friday's has it.
        assertThat(marks(Decisions.about("r").received("2026-11-19T06:00:00Z").repairedAt("2026-11-19T15:00:00Z")))
                .isEmpty();
    }

    @Test
    @DisplayName("A6: with lateDigest NEVER a repair that is too late is never shown, other late ones are")
    void repairedTooLateNever() {
        portal = DirectoryEntries.portal("'lateDigest':'NEVER'");

        assertThat(marks(Decisions.about("r").received(BEFORE).repairedAt("2026-11-19T08:00:00Z")))
                .isNull();
        assertThat(marks(Decisions.about("r").received(BEFORE).repairedAt("2026-11-19T07:00:00Z")))
                .isEmpty();
        assertThat(marks(Decisions.about("r").received(BEFORE))).containsExactly(DigestMark.LATE);
    }

    @Test
    @DisplayName("A8: one that moved after a digest had it is in the next digest, marked")
    void moved() {
        Candidate moved = new Candidate(
                Decisions.about("r").received(BEFORE).group("APAC").build(), "NET", Set.of("c-2"), null);

        assertThat(of(moved)).containsExactly(DigestMark.MOVED);
        includeLate = false;
        assertThat(of(moved)).isNull();
    }

    @Test
    @DisplayName(
            "B8: what a digest deferred belongs in the next one, whatever its age and however it is run, and is not late")
    void waiting() {
        includeLate = false;
        assertThat(of(waiting(Decisions.about("r").received(BEFORE)))).isEmpty();
        assertThat(of(waiting(Decisions.about("r").received("2026-10-01T10:00:00Z"))))
                .isEmpty();
        assertThat(of(waiting(Decisions.about("r").received("2026-11-20T08:00:00Z"))))
                .isNull();
    }

    @Test
    @DisplayName(
            "B8, A6: a repair that comes too late, or after so many days that it is history, leaves what waits in its place")
    void waitingAndRepaired() {
        portal = DirectoryEntries.portal("'lateDigest':'NEVER'");
        DecisionBuilder history =
                Decisions.about("r").received("2026-11-01T10:00:00Z").repairedAt("2026-11-19T08:00:00Z");
        history.history();

        assertThat(of(waiting(Decisions.about("r").received(BEFORE).repairedAt("2026-11-19T08:00:00Z"))))
                .isEmpty();
        assertThat(of(waiting(history))).isEmpty();
        assertThat(marks(history)).isNull();
    }

    @Test
    @DisplayName("B8: what is refused, replaced or no candidate any more waits no longer")
    void waitingForNothing() {
        DecisionBuilder none = Decisions.about("r").received(BEFORE);
        none.kind(Kind.NONE);
        DecisionBuilder replaced = Decisions.about("r").received(BEFORE);
        replaced.supersededBy("r-2");
        DecisionBuilder silent = Decisions.about("r").received(BEFORE);
        silent.alert(Alert.NONE);

        assertThat(of(waiting(none))).isNull();
        assertThat(of(waiting(replaced))).isNull();
        assertThat(of(waiting(silent))).isNull();
        assertThat(of(waiting(Decisions.about("r").received(BEFORE).refused()))).isNull();
    }

    @Test
    @DisplayName(
            "B8, A8: what was moved after a digest had it and then waits is marked as moved; moved back it waits no longer")
    void waitingAndMoved() {
        includeLate = false;
        assertThat(of(new Candidate(
                        Decisions.about("r").received(BEFORE).group("APAC").build(), "NET", Set.of("c-2"), WAITS)))
                .containsExactly(DigestMark.MOVED);
        assertThat(of(new Candidate(Decisions.about("r").received(BEFORE).build(), "NET", Set.of("c-2"), WAITS)))
                .isNull();
    }

    @Test
    @DisplayName("A4: a replacement of what a digest had is marked, one of what none had is not")
    void replacing() {
        DecisionBuilder seen = Decisions.about("r").received(IN_PERIOD);
        seen.replaces("listed");
        DecisionBuilder unseen = Decisions.about("r").received(IN_PERIOD);
        unseen.replaces("not-listed");
        DecisionBuilder again = Decisions.about("r").received(IN_PERIOD);
        again.followUpOf("case-1");

        assertThat(marks(seen)).containsExactly(DigestMark.REPLACING);
        assertThat(marks(unseen)).isEmpty();
        assertThat(marks(again)).containsExactly(DigestMark.AGAIN);
    }

    @Test
    @DisplayName("B3: refused ones of the period are counted, happy, replaced and older ones are not")
    void refused() {
        DecisionBuilder replaced = Decisions.about("r").received(IN_PERIOD).refused();
        replaced.supersededBy("r-2").kind(Kind.RECOVERY);

        assertThat(selection()
                        .refused(Candidate.fresh(Decisions.about("r")
                                .received(IN_PERIOD)
                                .refused()
                                .build())))
                .isTrue();
        assertThat(selection()
                        .refused(Candidate.fresh(
                                Decisions.about("r").received(BEFORE).refused().build())))
                .isFalse();
        assertThat(selection().refused(Candidate.fresh(replaced.build()))).isFalse();
        assertThat(selection()
                        .refused(Candidate.fresh(
                                Decisions.about("r").received(IN_PERIOD).build())))
                .isFalse();
    }

    private Selection selection() {
        return new Selection(FRIDAY, includeLate, portal, Set.of("listed"));
    }

    private Set<DigestMark> marks(DecisionBuilder decided) {
        return of(Candidate.fresh(decided.build()));
    }

    private static Candidate waiting(DecisionBuilder decided) {
        return new Candidate(decided.build(), null, Set.of(), WAITS);
    }

    private Set<DigestMark> of(Candidate candidate) {
        return selection().of(candidate).map(Pick::marks).orElse(null);
    }
}
