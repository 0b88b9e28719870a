package io.amends.contracts.mapping;

import io.amends.contracts.Rfc3339;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** How a source writes points in time (A1, A10): one of three fixed ways, a pattern of its own, or as spreadsheets do. */
public sealed interface TimeFormat permits TimeFormat.Fixed, TimeFormat.Pattern, WrittenTime {
    /** RFC 3339, the way of the canonical response, and what else ISO 8601 has for a moment with its zone. */
    TimeFormat ISO = Fixed.ISO;

    /**
     * Reads a point in time.
     *
     * @throws DateTimeException if the text is none in this format; the message says what is wanted, for people
     */
    Instant parse(String text);

    /** The ways that need no pattern. */
    enum Fixed implements TimeFormat {
        /** RFC 3339, such as 2026-11-20T08:00:00Z; without seconds (2026-11-20T08:00Z) and with +0100 as well. */
        ISO {
            @Override
            public Instant parse(String text) {
                try {
                    return Rfc3339.parse(text.strip());
                } catch (DateTimeException e) {
                    return shorter(text.strip(), e);
                }
            }
        },
        /** Seconds since 1970, with or without a fraction. */
        EPOCH_SECONDS {
            @Override
            public Instant parse(String text) {
                return epoch(text, 9);
            }
        },
        /** Milliseconds since 1970. */
        EPOCH_MILLIS {
            @Override
            public Instant parse(String text) {
                return epoch(text, 6);
            }
        };

        private static final int LONGEST = 40;

        /** As help desks and older tools write it. */
        private static final DateTimeFormatter SHORTER = new DateTimeFormatterBuilder()
                .appendPattern("uuuu-MM-dd'T'HH:mm[:ss]")
                .optionalStart()
                .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
                .optionalEnd()
                .appendPattern("[XXX][XX][X]")
                .toFormatter(Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);

        private static Instant shorter(String text, DateTimeException wanted) {
            try {
                return SHORTER.parse(text, OffsetDateTime::from).toInstant();
            } catch (DateTimeException e) {
                throw wanted;
            }
        }

        private static Instant epoch(String text, int places) {
            try {
                if (text.length() > LONGEST || text.contains("e") || text.contains("E")) {
                    throw new NumberFormatException(); // an exponent makes a short text a long number
                }
                BigDecimal nanos =
                        new BigDecimal(text.strip()).movePointRight(places).setScale(0, RoundingMode.DOWN);
                BigDecimal[] parts = nanos.divideAndRemainder(BigDecimal.TEN.pow(9));
                return Instant.ofEpochSecond(parts[0].longValueExact(), parts[1].longValueExact());
            } catch (ArithmeticException | NumberFormatException e) {
                throw new DateTimeException(
                        "must be a number of seconds or milliseconds since 1970, as the format says", e);
            }
        }
    }

    /**
     * A pattern of {@link DateTimeFormatter}, such as {@code dd.MM.yyyy HH:mm}. A text without a time is the start of the
     * day; one with an offset of its own is at that, one without is in the zone.
     */
    record Pattern(String pattern, ZoneId zone, DateTimeFormatter formatter) implements TimeFormat {
        /** A strict reader wants an era beside y, and nobody writes one: u is the same year without. Not within quotes. */
        private static final java.util.regex.Pattern YEAR_OF_ERA =
                java.util.regex.Pattern.compile("y(?=(?:[^']*'[^']*')*[^']*$)");

        /** Any day that every pattern can write. */
        private static final Instant SAMPLE = Instant.parse("2026-11-20T08:00:00Z");

        @Override
        public Instant parse(String text) {
            try {
                TemporalAccessor read =
                        formatter.parseBest(text.strip(), ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
                if (read instanceof ZonedDateTime moment) {
                    return moment.toInstant();
                }
                LocalDateTime local = read instanceof LocalDate day ? day.atStartOfDay() : LocalDateTime.from(read);
                return local.atZone(zone).toInstant();
            } catch (DateTimeException e) {
                throw new DateTimeException("must be a time as the pattern " + pattern + " writes it", e);
            }
        }
    }

    /**
     * A pattern in a zone.
     *
     * @throws IllegalArgumentException if it is no pattern, or does not say the day
     */
    static TimeFormat pattern(String pattern, ZoneId zone) {
        DateTimeFormatter formatter = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(Pattern.YEAR_OF_ERA.matcher(pattern).replaceAll("u"))
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
        Pattern read = new Pattern(pattern, zone, formatter);
        try {
            read.parse(formatter.format(Pattern.SAMPLE.atZone(zone)));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must say the day, such as dd.MM.yyyy HH:mm", e);
        }
        return read;
    }
}
