package io.amends.alerting.period;

import io.amends.contracts.directory.Contact;
import io.amends.contracts.directory.Portal;
import io.amends.contracts.directory.QuietHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import org.jspecify.annotations.Nullable;

/**
 * When somebody is left alone: quiet hours on the clocks of a zone (C10). It begins at the first instant at which the clock has
 * reached their beginning and ends at the first at which it has reached their end. So it loses what the clocks skip, and what
 * they show twice is quiet once.
 */
public record QuietTime(QuietHours hours, ZoneId zone) {

    /** The end of the quiet time in which a contact is at that moment; null where they are in none. */
    public static @Nullable Instant until(Portal portal, @Nullable Contact contact, Instant at) {
        QuietHours own = contact == null ? null : contact.quietHours();
        return until(own == null ? portal.quietHours() : own, portal, contact, at);
    }

    /** The same of the hours that are the contact's own: those of the portal count for no digest. */
    public static @Nullable Instant untilOfTheirOwn(Portal portal, @Nullable Contact contact, Instant at) {
        return contact == null ? null : until(contact.quietHours(), portal, contact, at);
    }

    /** The same for what is told at once, which a portal may tell in quiet time too (C7). */
    public static @Nullable Instant untilOfImmediate(Portal portal, @Nullable Contact contact, Instant at) {
        return portal.immediateInQuietHours() ? null : until(portal, contact, at);
    }

    private static @Nullable Instant until(
            @Nullable QuietHours hours, Portal portal, @Nullable Contact contact, Instant at) {
        ZoneId own = contact == null ? null : contact.timeZone();
        return hours == null ? null : new QuietTime(hours, own == null ? portal.timeZone() : own).end(at);
    }

    /** The end of the quiet time that a moment is in; null where it is in none. */
    public @Nullable Instant end(Instant at) {
        if (hours.none()) {
            return null;
        }
        // Two days back: one may reach over midnight, and a zone can skip a whole day.
        LocalDate today = at.atZone(zone).toLocalDate();
        for (LocalDate day = today.minusDays(2); !day.isAfter(today); day = day.plusDays(1)) {
            Instant begins = reached(day.atTime(hours.from()));
            Instant ends = reached((hours.overMidnight() ? day.plusDays(1) : day).atTime(hours.to()));
            if (!at.isBefore(begins) && at.isBefore(ends)) {
                return ends;
            }
        }
        return null;
    }

    private Instant reached(LocalDateTime clock) {
        ZoneOffsetTransition change = zone.getRules().getTransition(clock);
        return change != null && change.isGap()
                ? change.getInstant()
                : clock.atZone(zone).toInstant();
    }
}
