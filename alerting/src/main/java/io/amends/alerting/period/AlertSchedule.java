package io.amends.alerting.period;

import io.amends.kit.time.AlertInstants;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A portal's alert instants over time. When its alert time or zone changes, instants up to the change stay what they
 * were, so that periods still tile time without gap or overlap (C2); the one across the change is shorter or longer.
 *
 * @param settings oldest first; the first one also holds for all time before it
 */
public record AlertSchedule(List<Setting> settings) {
    /** The shortest time that the database tells apart. */
    private static final Duration TICK = Duration.of(1, ChronoUnit.MICROS);

    /**
     * An alert time and zone as they came into force.
     *
     * @param since instants after this one follow it
     */
    public record Setting(Instant since, AlertInstants instants) {}

    public AlertSchedule {
        if (settings.isEmpty()) {
            throw new IllegalArgumentException("a schedule has at least one setting");
        }
        settings =
                settings.stream().sorted(Comparator.comparing(Setting::since)).toList();
    }

    /** A schedule that never changed. */
    public static AlertSchedule of(AlertInstants instants) {
        return new AlertSchedule(List.of(new Setting(Instant.EPOCH, instants)));
    }

    /**
     * The schedule after the alert time or the zone has changed. Before anything is built and due, the portal has no
     * periods yet, and the schedule is a new one. Later only instants after the change follow it.
     *
     * @param now when the change was seen
     * @param settled the last alert instant up to which periods are built; null: none are
     */
    public AlertSchedule changed(AlertInstants current, Instant now, @Nullable Instant settled) {
        if (newest().equals(current)) {
            return this;
        }
        Setting first = settings.get(0);
        if (settled == null
                && settings.size() == 1
                && first.instants().firstAfter(first.since()).isAfter(now)) {
            return new AlertSchedule(List.of(new Setting(first.since(), current)));
        }
        // Clocks of machines differ: what another one has built or changed stays before this change.
        Instant since =
                latest(now, latest(settled, settings.get(settings.size() - 1).since()));
        List<Setting> kept = new ArrayList<>(settings);
        kept.removeIf(setting -> setting.since().equals(since));
        kept.add(new Setting(since, current));
        return new AlertSchedule(kept);
    }

    /**
     * The schedule in which what lies before its first period follows what holds now: nothing was built then, and who
     * asks for such a period reads the preferences of today. The last one before ends where the first one begins.
     */
    public AlertSchedule withCurrentBefore() {
        Setting first = settings.get(0);
        if (newest().equals(first.instants())) {
            return this;
        }
        List<Setting> joined = new ArrayList<>(settings);
        joined.set(0, new Setting(start().minus(TICK), first.instants()));
        joined.add(0, new Setting(Instant.EPOCH, newest()));
        return new AlertSchedule(joined);
    }

    /** The schedule whose first period begins no later than the given one, which was built. */
    public AlertSchedule with(DigestPeriod built) {
        if (!built.from().isBefore(start())) {
            return this;
        }
        AlertSchedule before = withCurrentBefore();
        List<Setting> moved = new ArrayList<>(before.settings());
        moved.set(0, new Setting(built.from(), moved.get(0).instants()));
        return new AlertSchedule(moved);
    }

    /** The alert time and zone that were seen last. */
    public AlertInstants newest() {
        return settings.get(settings.size() - 1).instants();
    }

    /** Where the first period begins that is settled. */
    private Instant start() {
        Setting first = settings.get(0);
        return first.instants().lastAtOrBefore(first.since());
    }

    private static Instant latest(@Nullable Instant a, Instant b) {
        return a == null || a.isBefore(b) ? b : a;
    }

    /** The last alert instant at or before the given one. */
    public Instant lastAtOrBefore(Instant instant) {
        Instant limit = instant;
        for (int i = settings.size() - 1; i > 0; i--) {
            Setting setting = settings.get(i);
            Instant last = setting.instants().lastAtOrBefore(limit);
            if (last.isAfter(setting.since())) {
                return last;
            }
            limit = setting.since().isBefore(limit) ? setting.since() : limit;
        }
        return settings.get(0).instants().lastAtOrBefore(limit);
    }

    /** The first alert instant after the given one. */
    public Instant firstAfter(Instant instant) {
        for (int i = 0; i < settings.size(); i++) {
            Setting setting = settings.get(i);
            Instant start = i > 0 && setting.since().isAfter(instant) ? setting.since() : instant;
            Instant first = setting.instants().firstAfter(start);
            if (i == settings.size() - 1 || !first.isAfter(settings.get(i + 1).since())) {
                return first;
            }
        }
        throw new IllegalStateException("the last setting has no end");
    }

    /** The period that ended at the last alert instant at or before the given one. */
    public DigestPeriod endedBy(Instant instant) {
        Instant to = lastAtOrBefore(instant);
        return new DigestPeriod(lastAtOrBefore(to.minusNanos(1)), to);
    }
}
