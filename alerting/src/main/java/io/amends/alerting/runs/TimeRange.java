package io.amends.alerting.runs;

import io.amends.contracts.Reason;
import io.amends.contracts.Rfc3339;
import io.amends.kit.problem.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stretch from an instant, included, to another, not included. Asked for are local dates or instants, both included. */
record TimeRange(Instant from, Instant to) {
    static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    static TimeRange of(@Nullable String from, @Nullable String to, ZoneId zone) {
        return new TimeRange(
                from == null ? FIRST : instant("from", from, zone, false),
                to == null ? LAST : instant("to", to, zone, true));
    }

    private static Instant instant(String name, String text, ZoneId zone, boolean end) {
        try {
            Instant instant = text.length() == 10
                    ? LocalDate.parse(text)
                            .plusDays(end ? 1 : 0)
                            .atStartOfDay(zone)
                            .toInstant()
                    : Rfc3339.parse(text).plus(end ? 1 : 0, ChronoUnit.MICROS);
            return instant.isBefore(FIRST) ? FIRST : instant.isAfter(LAST) ? LAST : instant;
        } catch (DateTimeException e) {
            throw Problem.badRequest(
                    "That time cannot be read.",
                    List.of(new Reason(
                            "?" + name, "a date such as 2026-11-20 or a time such as 2026-11-20T08:00:00Z")));
        }
    }
}
