package io.amends.ingest.watch;

import io.amends.contracts.api.SourceStatus.UsualRhythm;
import io.amends.ingest.rhythm.Rhythm;
import io.amends.ingest.rhythm.WatchedOrigin;
import io.amends.ingest.watch.HeardOrigins.OriginRow;
import io.amends.kit.directory.PortalDirectory;
import io.amends.kit.time.WorkingTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Learns rhythms from what was heard, by the portal's zone and calendars (A11). */
@ApplicationScoped
public class Rhythms {
    private static final int MOST_DAYS_OFF = 366;
    private static final double HUNDREDTHS = 100;

    private final HeardOrigins heard;
    private final int weeks;

    Rhythms(HeardOrigins heard, @ConfigProperty(name = "amends.silence.weeks") int weeks) {
        if (weeks < 1) {
            throw new IllegalArgumentException("AMENDS_SILENCE_WEEKS must be 1 or more, and is " + weeks);
        }
        this.heard = heard;
        this.weeks = weeks;
    }

    /** In so many weeks less than one false alarm of a source is wanted. */
    int weeks() {
        return weeks;
    }

    /** The rhythm that an origin had until a moment; empty while there is too little to learn it from. */
    Optional<Rhythm> learn(Handle db, PortalDirectory portal, WatchedOrigin origin, Instant until) {
        ZoneId zone = portal.portal().timeZone();
        LocalDate first = until.minus(Rhythm.MEMORY).atZone(zone).toLocalDate();
        // A portal has no calendar of its own. A day off in one of its regions may be one for whoever sends: an alarm
        // that waits for the next day is better than a false one.
        Set<LocalDate> free = portal.calendars().values().stream()
                .flatMap(calendar -> new WorkingTime(calendar, zone).nextDaysOff(first, MOST_DAYS_OFF).stream())
                .collect(Collectors.toUnmodifiableSet());
        return Rhythm.learn(heard.hours(db, origin, until), zone, free::contains, weeks);
    }

    /**
     * How it stands with an origin, for people.
     *
     * @param silentSince null while it is not silent
     * @param rhythm null while it is not known
     */
    public record OriginStanding(@Nullable Instant silentSince, @Nullable UsualRhythm rhythm) {}

    /** How it stands with an origin. */
    public OriginStanding standing(Handle db, PortalDirectory portal, WatchedOrigin origin) {
        Optional<OriginRow> row = heard.find(db, origin);
        if (row.isEmpty()) {
            return new OriginStanding(null, null);
        }
        Instant until = row.get().spokeUntil();
        UsualRhythm usual = learn(db, portal, origin, until)
                .map(rhythm -> new UsualRhythm(
                        rhythm.eventsByHour().stream().map(Rhythms::rounded).toList(),
                        rounded(rhythm.eventsOfWeek()),
                        rhythm.alarm(until).orElse(null)))
                .orElse(null);
        return new OriginStanding(row.get().silentSince(), usual);
    }

    private static double rounded(double events) {
        return Math.round(events * HUNDREDTHS) / HUNDREDTHS;
    }
}
