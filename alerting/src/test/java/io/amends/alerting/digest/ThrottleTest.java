package io.amends.alerting.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.alerting.Decisions;
import io.amends.alerting.period.DigestPeriod;
import io.amends.contracts.directory.Group;
import io.amends.contracts.directory.Portal;
import io.amends.contracts.testing.DecisionBuilder;
import io.amends.contracts.testing.DirectoryEntries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private static final Portal PORTAL = DirectoryEntries.portal("");
    private static final Instant FIRST = Instant.parse("2026-11-01T08:00:00Z");

    @Test
    @DisplayName("B8: who asked counts towards the cap; then who waits longest; then priority, score and age")
    void turn() {
        DecisionBuilder urgent = Decisions.about("urgent");
        urgent.priority(1).overall(2);
        DecisionBuilder low = Decisions.about("low");
        low.priority(2).overall(1);
        DecisionBuilder high = Decisions.about("high").received("2026-11-20T05:00:00Z");
        high.priority(2).overall(2);
        DecisionBuilder young = Decisions.about("young").received("2026-11-20T07:00:00Z");
        young.priority(2).overall(2);
        DecisionBuilder asked = Decisions.about("asked").asked();
        asked.priority(9);
        List<Pick> all = List.of(
                pick(young, null),
                pick(high, null),
                pick(low, null),
                pick(urgent, null),
                pick(Decisions.about("b").received("2026-11-10T07:00:00Z"), "2026-11-12T08:00:00Z"),
                pick(Decisions.about("a").received("2026-11-11T07:00:00Z"), "2026-11-11T08:00:00Z"),
                pick(asked, null));

        assertThat(ids(Throttle.of(1, all).shown())).containsExactly("asked");
        assertThat(ids(Throttle.of(1, all).deferred())).containsExactly("a", "b", "urgent", "low", "high", "young");
        assertThat(ids(Throttle.of(4, all).shown())).containsExactly("asked", "a", "b", "urgent");
        assertThat(ids(Throttle.of(0, all).shown())).containsExactly("asked");
        assertThat(Throttle.of(7, all).deferred()).isEmpty();
        assertThat(Throttle.of(null, all).shown()).hasSize(7);
        assertThat(Throttle.of(null, all).deferred()).isEmpty();
    }

    /**
     * What comes in a day.
     *
     * @param asked for each response whether its customer asked to be contacted
     * @param cap null: none
     */
    record Day(List<Boolean> asked, @Nullable Integer cap) {}

    @Provide
    Arbitrary<List<Day>> days() {
        Arbitrary<List<Boolean>> responses =
                Arbitraries.of(true, false, false, false).list().ofMaxSize(12);
        Arbitrary<Integer> caps = Arbitraries.integers().between(0, 6).injectNull(0.1);
        return Combinators.combine(responses, caps).as(Day::new).list().ofMaxSize(12);
    }

    @Property(tries = 300)
    void b8_shownAndDeferredAreWhatIsFlaggedWhateverTheDaysAndCaps(@ForAll("days") List<Day> days) {
        CappedGroup group = new CappedGroup();

        for (Day day : days) {
            Set<String> flagged = group.flaggedBy(day);
            DigestPlan plan = group.digest(day.cap());
            List<String> shown = decided(plan.listed());
            List<String> deferred = decided(plan.deferred());

            assertThat(Stream.concat(shown.stream(), deferred.stream()))
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(flagged);
            assertThat(deferred).noneMatch(group.asked::contains);
            if (day.cap() != null) {
                long asked = shown.stream().filter(group.asked::contains).count();
                assertThat((long) shown.size()).isEqualTo(Math.min(flagged.size(), Math.max(asked, day.cap())));
            }
            group.apply(plan);
        }
    }

    @Property(tries = 300)
    void b8_nobodyStarvesWithACapOfOneOrMore(@ForAll("days") List<Day> days) {
        CappedGroup group = new CappedGroup();

        for (Day day : days) {
            group.flaggedBy(day);
            List<String> before = group.waiting();
            DigestPlan plan = group.digest(day.cap());
            List<String> shown = decided(plan.listed());
            // Nobody passes who waits: whoever of them is shown was before all that are not, and before whoever is new.
            List<String> served = before.stream().filter(shown::contains).toList();
            assertThat(before.subList(0, served.size())).isEqualTo(served);
            if (served.size() < before.size()) {
                assertThat(shown).allMatch(one -> served.contains(one) || group.asked.contains(one));
            }
            long asked = shown.stream().filter(group.asked::contains).count();
            if (day.cap() != null && asked < day.cap() && !before.isEmpty()) {
                assertThat(shown).contains(before.get(0));
            }
            group.apply(plan);
        }
        int backlog = group.waiting().size();
        for (int i = 0; i < backlog; i++) {
            group.nextDay();
            group.apply(group.digest(1));
        }
        assertThat(group.waiting()).isEmpty();
        assertThat(group.open).isEmpty();
    }

    /** A support group over some days, and what its digests have done with its cases. */
    private static final class CappedGroup {
        final Map<String, Candidate> open = new LinkedHashMap<>();
        final Set<String> asked = new HashSet<>();
        private final Set<String> ever = new HashSet<>();
        private DigestPeriod period = new DigestPeriod(FIRST.minus(Duration.ofDays(1)), FIRST);

        void nextDay() {
            period = new DigestPeriod(period.to(), period.to().plus(Duration.ofDays(1)));
        }

        /** All that is flagged and was not shown, with what comes on the next day. */
        Set<String> flaggedBy(Day day) {
            nextDay();
            for (int i = 0; i < day.asked().size(); i++) {
                String id = period.to() + "-" + i;
                DecisionBuilder decided =
                        Decisions.about(id).received(period.from().plusSeconds(i));
                decided.priority(1 + Math.floorMod(id.hashCode(), 3));
                if (day.asked().get(i)) {
                    decided.asked();
                    asked.add(id);
                }
                open.put(id, Candidate.fresh(decided.build()));
            }
            return Set.copyOf(open.keySet());
        }

        DigestPlan digest(@Nullable Integer cap) {
            return DigestPlan.of(
                    new Selection(period, false, PORTAL, Set.of()),
                    new Recipients(
                            PORTAL,
                            Map.of("NET", new Group("Network", null, "lead", List.of(), null, null, cap)),
                            Map.of("lead", DirectoryEntries.contact("Lead"))),
                    open.values());
        }

        void apply(DigestPlan plan) {
            for (Candidate one : plan.listed()) {
                assertThat(ever.add(one.decision().responseId())).isTrue();
                open.remove(one.decision().responseId());
            }
            for (Candidate one : plan.deferred()) {
                Instant since = one.waitsSince() == null ? period.to() : one.waitsSince();
                open.put(one.decision().responseId(), new Candidate(one.decision(), null, Set.of(), since));
            }
        }

        /** What waits, in the order of its turn. */
        List<String> waiting() {
            List<Pick> picks = new ArrayList<>();
            for (Candidate one : open.values()) {
                if (one.waitsSince() != null) {
                    picks.add(new Pick(one, Set.of()));
                }
            }
            picks.sort(Throttle.LONGEST);
            return ids(picks);
        }
    }

    private static List<String> decided(List<Candidate> candidates) {
        return candidates.stream().map(one -> one.decision().responseId()).toList();
    }

    private static Pick pick(DecisionBuilder decided, @Nullable String waitsSince) {
        return new Pick(
                new Candidate(decided.build(), null, Set.of(), waitsSince == null ? null : Instant.parse(waitsSince)),
                Set.of());
    }

    private static List<String> ids(List<Pick> picks) {
        return picks.stream().map(pick -> pick.decision().responseId()).toList();
    }
}
