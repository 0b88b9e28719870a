package io.amends.alerting.period;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.kit.time.AlertInstants;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The alert time changes, and people and the clock build periods meanwhile (C2). */
class ChangesTest {
    private static final Instant KNOWN = Instant.parse("2026-10-23T14:00:00Z");
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final AlertInstants NINE = new AlertInstants(LocalTime.of(9, 0), UTC);
    private static final AlertInstants TEN = new AlertInstants(LocalTime.of(10, 0), UTC);

    /** What one does after some minutes: change the alert time, run the period of some minutes before by hand, or wait. */
    record Step(int minutes, @Nullable AlertInstants change, int back) {}

    @Test
    @DisplayName("C2: an alert time changed on the first day holds for all periods, as long as none is built")
    void firstDay() {
        Portal portal = new Portal(NINE);
        portal.change(TEN, KNOWN.plusSeconds(60));

        assertThat(portal.byHand(KNOWN.plusSeconds(120)))
                .isEqualTo(
                        new DigestPeriod(Instant.parse("2026-10-22T10:00:00Z"), Instant.parse("2026-10-23T10:00:00Z")));
        portal.clock(Instant.parse("2026-10-24T10:00:00Z"));
        assertThat(portal.built.get(1).from()).isEqualTo("2026-10-23T10:00:00Z");
    }

    @Test
    @DisplayName("C2: an alert time changed on the first day, after a run by hand, overlaps nothing and leaves no gap")
    void firstDayAfterARun() {
        Portal portal = new Portal(NINE);
        DigestPeriod first = portal.byHand(KNOWN);
        portal.change(TEN, KNOWN.plusSeconds(60));

        assertThat(portal.byHand(KNOWN.plusSeconds(120))).isEqualTo(first);
        portal.clock(Instant.parse("2026-10-24T12:00:00Z"));
        assertThat(portal.built)
                .containsExactly(first, new DigestPeriod(first.to(), Instant.parse("2026-10-24T10:00:00Z")));
    }

    @Test
    @DisplayName("C2: a due period keeps its end when the alert time changes before it is built")
    void due() {
        Portal portal = new Portal(NINE);
        Instant nine = Instant.parse("2026-10-24T09:00:00Z");
        portal.change(TEN, nine.plusSeconds(30));
        portal.clock(nine.plusSeconds(60));

        assertThat(portal.built).extracting(DigestPeriod::to).containsExactly(nine);
    }

    @Test
    @DisplayName("C2: a machine whose clock is behind does not change what is built")
    void clockBehind() {
        Portal portal = new Portal(NINE);
        portal.clock(Instant.parse("2026-10-26T09:00:00Z"));
        portal.change(TEN, Instant.parse("2026-10-26T08:59:00Z"));
        portal.clock(Instant.parse("2026-10-28T12:00:00Z"));

        assertThat(portal.built)
                .extracting(DigestPeriod::to)
                .containsSequence(Instant.parse("2026-10-26T09:00:00Z"), Instant.parse("2026-10-26T10:00:00Z"));
        portal.tiled();
    }

    @Property(tries = 2000)
    void c2_whateverChangesPeriodsNeverOverlapAndTheClockLeavesNoGap(@ForAll("days") List<Step> steps) {
        Portal portal = new Portal(NINE);
        Instant now = KNOWN;
        for (Step step : steps) {
            now = now.plus(Duration.ofMinutes(step.minutes()));
            if (step.change() != null) {
                portal.change(step.change(), now);
            }
            portal.clock(now);
            if (step.back() >= 0) {
                Instant at = now.minus(Duration.ofMinutes(step.back()));
                DigestPeriod answered = portal.byHand(at);
                assertThat(answered.to()).isBeforeOrEqualTo(at);
                assertThat(portal.built).contains(answered);
            }
            portal.tiled();
        }
    }

    @Provide
    Arbitrary<List<Step>> days() {
        Arbitrary<AlertInstants> instants = Combinators.combine(
                        Arbitraries.integers().between(0, 1439),
                        Arbitraries.of("UTC", "Europe/Berlin", "Asia/Kathmandu", "America/New_York", "Pacific/Apia"))
                .as((minute, zone) -> new AlertInstants(LocalTime.MIN.plusMinutes(minute), ZoneId.of(zone)));
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2000),
                        instants.injectNull(0.5),
                        Arbitraries.oneOf(
                                Arbitraries.just(-1), Arbitraries.integers().between(0, 6000)))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    /** A portal as alerting keeps it, in memory; every run by hand finds something. */
    private static final class Portal {
        private final List<DigestPeriod> built = new ArrayList<>();
        private final List<DigestPeriod> byClock = new ArrayList<>();
        private AlertSchedule schedule;
        private Instant builtTo = KNOWN;

        Portal(AlertInstants first) {
            schedule = new AlertSchedule(List.of(new AlertSchedule.Setting(KNOWN, first)));
        }

        void change(AlertInstants to, Instant now) {
            Instant settled = built.stream()
                    .map(DigestPeriod::to)
                    .max(Comparator.naturalOrder())
                    .orElse(null);
            schedule = schedule.changed(to, now, settled);
            assertThat(schedule.newest()).isEqualTo(to);
        }

        void clock(Instant now) {
            while (!schedule.firstAfter(builtTo).isAfter(now)) {
                builtTo = schedule.firstAfter(builtTo);
                DigestPeriod period = schedule.endedBy(builtTo);
                byClock.add(period);
                add(period);
            }
        }

        DigestPeriod byHand(Instant at) {
            DigestPeriod period = schedule.withCurrentBefore().endedBy(at);
            if (add(period)) {
                schedule = schedule.with(period);
            }
            return period;
        }

        private boolean add(DigestPeriod period) {
            return built.stream().noneMatch(one -> one.to().equals(period.to())) && built.add(period);
        }

        /** No two that were built overlap, and from the first that the clock has built there is none missing. */
        void tiled() {
            List<DigestPeriod> inOrder = built.stream()
                    .sorted(Comparator.comparing(DigestPeriod::from))
                    .toList();
            for (int i = 1; i < inOrder.size(); i++) {
                assertThat(inOrder.get(i).from())
                        .isAfterOrEqualTo(inOrder.get(i - 1).to());
            }
            for (int i = 1; i < byClock.size(); i++) {
                assertThat(byClock.get(i).from()).isEqualTo(byClock.get(i - 1).to());
            }
            assertThat(built).containsAll(byClock);
        }
    }
}
