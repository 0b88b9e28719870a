package io.amends.contracts;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Moments as RFC 3339 writes them, and as every door takes them: a date, T or t, a time with seconds, any number of
 * digits behind the point (those below a nanosecond do not count), and Z, z or an offset. {@code -00:00} is UTC of
 * which nobody says where it was. A leap second is the first moment of the next minute.
 *
 * <p>Written by hand, since events by the million have two of them each: the platform's own parser takes many times as
 * long, and takes years and offsets that nobody downstream can read.
 */
public final class Rfc3339 {
    /** What is said where a text is anything else. */
    public static final String WANTED = "must be a time as RFC 3339 writes it, such as 2026-11-20T08:00:00Z";

    private static final int SECONDS_END = "2026-11-20T08:00:00".length();
    private static final int NANO_DIGITS = 9;
    private static final long DAY = 24 * 60 * 60;

    private Rfc3339() {}

    /**
     * Reads a moment.
     *
     * @throws DateTimeException if the text is anything else, or goes on behind it
     */
    public static Instant parse(String text) {
        if (text.length() <= SECONDS_END) {
            throw wrong();
        }
        LocalDate date = LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
        only(text, 4, "-");
        only(text, 7, "-");
        only(text, 10, "Tt");
        only(text, 13, ":");
        only(text, 16, ":");
        int minutes = within(digits(text, 11, 13), 23) * 60 + within(digits(text, 14, 16), 59);
        int seconds = within(digits(text, 17, SECONDS_END), 60);
        int zone = SECONDS_END;
        int nanos = 0;
        if (text.charAt(zone) == '.') {
            do {
                zone++;
            } while (zone < text.length() && digit(text, zone));
            nanos = nanos(text, SECONDS_END + 1, zone);
        }
        long moment = date.toEpochDay() * DAY + minutes * 60L + seconds - offset(text, zone);
        if (seconds == 60) {
            leap(moment);
        }
        return kept(Instant.ofEpochSecond(moment, nanos));
    }

    // In UTC, where leap seconds are, none is anywhere but at the end of a day.
    private static void leap(long moment) {
        if (Math.floorMod(moment, DAY) != 0) {
            throw wrong();
        }
    }

    // An offset can push a moment out of the four digits of a year.
    private static Instant kept(Instant moment) {
        int year = LocalDate.ofEpochDay(Math.floorDiv(moment.getEpochSecond(), DAY))
                .getYear();
        if (year < 0 || year > 9999) {
            throw wrong();
        }
        return moment;
    }

    private static int nanos(String text, int from, int to) {
        if (from == to) {
            throw wrong();
        }
        int nanos = 0;
        for (int i = 0; i < NANO_DIGITS; i++) {
            nanos = nanos * 10 + (from + i < to ? text.charAt(from + i) - '0' : 0);
        }
        return nanos;
    }

    private static int offset(String text, int at) {
        if (at + 1 == text.length()) {
            only(text, at, "Zz");
            return 0;
        }
        if (at + "+00:00".length() != text.length()) {
            throw wrong();
        }
        only(text, at, "+-");
        only(text, at + 3, ":");
        int seconds = (within(digits(text, at + 1, at + 3), 23) * 60 + within(digits(text, at + 4, at + 6), 59)) * 60;
        return text.charAt(at) == '-' ? -seconds : seconds;
    }

    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            if (!digit(text, i)) {
                throw wrong();
            }
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private static boolean digit(String text, int at) {
        return text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static void only(String text, int at, String allowed) {
        if (allowed.indexOf(text.charAt(at)) < 0) {
            throw wrong();
        }
    }

    private static int within(int number, int most) {
        if (number > most) {
            throw wrong();
        }
        return number;
    }

    private static DateTimeException wrong() {
        return new DateTimeException(WANTED);
    }
}
