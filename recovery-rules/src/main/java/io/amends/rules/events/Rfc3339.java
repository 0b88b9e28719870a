package io.amends.rules.events;

import com.ethlo.time.ITU;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;

/** Moments as events write them. Many times faster than the platform's own parser, which events by the million feel. */
final class Rfc3339 {
    private static final int DATE = "2026-11-20".length();
    private static final int MINUTES = "2026-11-20T07:55".length();

    private Rfc3339() {}

    /**
     * Reads a moment.
     *
     * @throws DateTimeException if the text is anything else, or goes on behind it
     */
    static Instant parse(String text) {
        ParsePosition position = new ParsePosition(0);
        Instant time = ITU.parseDateTime(text, position).toInstant();
        // The library takes a space for the T and times without seconds, and stops at the end of the time, not of the
        // text.
        if (position.getIndex() != text.length()
                || Character.toUpperCase(text.charAt(DATE)) != 'T'
                || text.charAt(MINUTES) != ':') {
            throw new DateTimeException("not a time as RFC 3339 writes it: " + text);
        }
        return time;
    }
}
