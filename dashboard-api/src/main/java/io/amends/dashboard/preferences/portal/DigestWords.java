package io.amends.dashboard.preferences.portal;

import io.amends.contracts.directory.Portal;
import io.amends.dashboard.layout.Formats;
import io.amends.kit.time.AlertInstants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says when the next digest of a portal goes out (C1). */
@ApplicationScoped
class DigestWords {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final SettingsMessages messages;
    private final Formats formats;
    private final Clock clock;

    DigestWords(SettingsMessages messages, Formats formats, Clock clock) {
        this.messages = messages;
        this.formats = formats;
        this.clock = clock;
    }

    String next(Portal portal) {
        ZonedDateTime next = new AlertInstants(portal.alertTime(), portal.timeZone())
                .firstAfter(clock.instant())
                .atZone(portal.timeZone());
        LocalDate today = LocalDate.now(clock.withZone(portal.timeZone()));
        String time = TIME.format(next);
        String zone = formats.zone(portal.timeZone());
        if (next.toLocalDate().equals(today)) {
            return messages.digestToday(time, zone);
        }
        return next.toLocalDate().equals(today.plusDays(1))
                ? messages.digestTomorrow(time, zone)
                : messages.digestOn(formats.date(next.toLocalDate()), time, zone);
    }

    /** The alert time of a portal. */
    static String time(Portal portal) {
        return TIME.format(portal.alertTime());
    }
}
