package io.amends.alerting.period;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A portal's alert instants over time. When its alert time or zone changes, instants up to the change stay what they
 * were, so that periods still tile time without gap or overlap (C2); the one across the change is shorter or longer.
 *
 * @param versions oldest first; the first one also holds for all time before it
 */
public record AlertSchedule(List<Version> versions) {

    /**
     * An alert time and zone as they came into force.
     *
     * @param since instants after this one follow it
     */
    public record Version(Instant since, AlertInstants instants) {}

    public AlertSchedule {
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("a schedule has at least one version");
        }
        versions =
                versions.stream().sorted(Comparator.comparing(Version::since)).toList();
    }

    /** A schedule that never changed. */
    public static AlertSchedule of(AlertInstants instants) {
        return new AlertSchedule(List.of(new Version(Instant.EPOCH, instants)));
    }

    /**
     * The schedule in which times before the portal was known follow what holds now: nothing was built then, and who
     * asks for such a period reads the preferences of today.
     */
    public AlertSchedule withCurrentBefore(Instant known) {
        List<Version> joined = new ArrayList<>();
        joined.add(new Version(Instant.EPOCH, versions.get(versions.size() - 1).instants()));
        for (int i = 0; i < versions.size(); i++) {
            Version version = versions.get(i);
            boolean over =
                    i + 1 < versions.size() && !versions.get(i + 1).since().isAfter(known);
            if (!over) {
                joined.add(new Version(version.since().isAfter(known) ? version.since() : known, version.instants()));
            }
        }
        return new AlertSchedule(joined);
    }

    /** The last alert instant at or before the given one. */
    public Instant lastAtOrBefore(Instant instant) {
        Instant limit = instant;
        for (int i = versions.size() - 1; i > 0; i--) {
            Version version = versions.get(i);
            Instant last = version.instants().lastAtOrBefore(limit);
            if (last.isAfter(version.since())) {
                return last;
            }
            limit = version.since().isBefore(limit) ? version.since() : limit;
        }
        return versions.get(0).instants().lastAtOrBefore(limit);
    }

    /** The first alert instant after the given one. */
    public Instant firstAfter(Instant instant) {
        for (int i = 0; i < versions.size(); i++) {
            Version version = versions.get(i);
            Instant start = i > 0 && version.since().isAfter(instant) ? version.since() : instant;
            Instant first = version.instants().firstAfter(start);
            if (i == versions.size() - 1 || !first.isAfter(versions.get(i + 1).since())) {
                return first;
            }
        }
        throw new IllegalStateException("the last version has no end");
    }

    /** The period that ended at the last alert instant at or before the given one. */
    public Period endedBy(Instant instant) {
        Instant to = lastAtOrBefore(instant);
        return new Period(lastAtOrBefore(to.minusNanos(1)), to);
    }
}
