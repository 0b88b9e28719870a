package io.amends.contracts.mapping;

import io.amends.contracts.Rfc3339;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Points in time as spreadsheets and survey tools write them (A1): as RFC 3339 does, and with a blank in the place of the T,
 * without seconds, without a time of the day, without a zone, with AM and PM, with the year at the end:
 * {@code 26.11.2026 14:05}, {@code 11/26/2026 2:05:33 PM}, {@code 2026/11/26 2:05:33 PM GMT+1}. A year of two digits is
 * one of this century.
 *
 * <p>Where dots divide a date, the day stands first. Where slashes or hyphens divide it and the year stands last, one text
 * alone does not say whether the day or the month stands first. So this format says it, and where it does not know, such a
 * text is no time.
 *
 * @param order what stands first where the text does not say it; null where that is not known
 * @param zone of texts that name none
 */
public record WrittenTime(@Nullable DayOrder order, ZoneId zone) implements TimeFormat {
    private static final String WANTED = "must be a time such as 2026-11-20T08:00:00Z, 2026-11-20 08:00 or"
            + " 20.11.2026 08:00; a preset's formats can say another way";
    private static final String EITHER = "may begin with the day or with the month: a preset's formats can say "
            + DayOrder.DAY_FIRST + " or " + DayOrder.MONTH_FIRST;

    private static final java.util.regex.Pattern BLANKS = java.util.regex.Pattern.compile("[\\s\\p{Z}]+");
    private static final java.util.regex.Pattern TEXT = java.util.regex.Pattern.compile(
            "(?<first>\\d{1,4})(?<sign>[./-])(?<second>\\d{1,2})\\k<sign>(?<third>\\d{1,4})"
                    + "(?:(?:T|,? )(?<hour>\\d{1,2})[:.h](?<minute>\\d{2})"
                    + "(?:[:.](?<seconds>\\d{2})(?:[.,](?<fraction>\\d{1,9}))?)?"
                    + "(?: ?(?<half>[AP])\\.?M\\.?)?"
                    + "(?: ?(?<zone>[A-Z]{1,4})?(?:(?<side>[+-])(?<hours>\\d{1,2})(?::?(?<minutes>\\d{2}))?)?)?)?",
            java.util.regex.Pattern.CASE_INSENSITIVE);

    /** What tools write for zones, as far as each means one alone where people fill in surveys. */
    private static final Map<String, Integer> ZONES = Map.ofEntries(
            Map.entry("Z", 0),
            Map.entry("UTC", 0),
            Map.entry("GMT", 0),
            Map.entry("WET", 0),
            Map.entry("WEST", 1),
            Map.entry("CET", 1),
            Map.entry("MEZ", 1),
            Map.entry("CEST", 2),
            Map.entry("MESZ", 2),
            Map.entry("EET", 2),
            Map.entry("EEST", 3),
            Map.entry("EST", -5),
            Map.entry("EDT", -4),
            Map.entry("CST", -6),
            Map.entry("CDT", -5),
            Map.entry("MST", -7),
            Map.entry("MDT", -6),
            Map.entry("PST", -8),
            Map.entry("PDT", -7));

    private static final int CENTURY = 2000;
    private static final int MONTHS = 12;

    /** What stands first in a date that begins with day and month. The names are also what a preset says. */
    public enum DayOrder {
        DAY_FIRST,
        MONTH_FIRST
    }

    /** What a text tells of the order of day and month in the column in which it stands. */
    public enum Telling {
        /** Nothing: it is the same in both orders, or written so that there is no question. */
        NOTHING,
        /** That it is a question, and no answer: both orders give a day. */
        A_QUESTION,
        DAY_FIRST,
        MONTH_FIRST
    }

    /** What a text tells of the order of day and month. */
    public static Telling telling(String text) {
        Matcher read = TEXT.matcher(blanks(text));
        if (!read.matches() || !yearLast(read) || isDot(read)) {
            return Telling.NOTHING;
        }
        int first = number(read, "first");
        int second = number(read, "second");
        if (first == second || (first > MONTHS && second > MONTHS)) {
            return Telling.NOTHING;
        }
        if (first > MONTHS) {
            return Telling.DAY_FIRST;
        }
        return second > MONTHS ? Telling.MONTH_FIRST : Telling.A_QUESTION;
    }

    @Override
    public Instant parse(String text) {
        try {
            return canonical(text) ? Rfc3339.parse(text) : written(blanks(text));
        } catch (UnknownOrder | OtherOrder e) {
            throw e;
        } catch (DateTimeException e) {
            throw new DateTimeException(WANTED, e);
        }
    }

    private Instant written(String text) {
        Matcher read = TEXT.matcher(text);
        if (!read.matches()) {
            throw new DateTimeException(WANTED);
        }
        LocalDate date = date(read);
        if (read.group("hour") == null) {
            return date.atStartOfDay(zone).toInstant();
        }
        return date.atTime(time(read)).atZone(zone(read)).toInstant();
    }

    private LocalDate date(Matcher read) {
        int second = number(read, "second");
        if (!yearLast(read)) {
            if (read.group("first").length() != 4 || read.group("third").length() > 2) {
                throw new DateTimeException(WANTED);
            }
            return LocalDate.of(number(read, "first"), second, number(read, "third"));
        }
        int first = number(read, "first");
        int year = number(read, "third") + (read.group("third").length() == 2 ? CENTURY : 0);
        boolean dayFirst = isDot(read) || first == second || dayFirst();
        int month = dayFirst ? second : first;
        if (month > MONTHS && !isDot(read)) {
            throw new OtherOrder(dayFirst);
        }
        return LocalDate.of(year, month, dayFirst ? first : second);
    }

    private boolean dayFirst() {
        if (order == null) {
            throw new UnknownOrder();
        }
        return order == DayOrder.DAY_FIRST;
    }

    private static LocalTime time(Matcher read) {
        int hour = number(read, "hour");
        String half = read.group("half");
        if (half != null) {
            if (hour < 1 || hour > MONTHS) {
                throw new DateTimeException(WANTED);
            }
            hour = hour % 12 + (half.equalsIgnoreCase("P") ? 12 : 0);
        }
        String fraction = read.group("fraction");
        int nanos = fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
        return LocalTime.of(
                hour, number(read, "minute"), read.group("seconds") == null ? 0 : number(read, "seconds"), nanos);
    }

    private ZoneId zone(Matcher read) {
        String name = read.group("zone");
        Integer named = name == null ? Integer.valueOf(0) : ZONES.get(name.toUpperCase(Locale.ROOT));
        if (named == null) {
            throw new DateTimeException(WANTED);
        }
        if (read.group("side") == null) {
            return name == null ? zone : ZoneOffset.ofHours(named);
        }
        int minutes = read.group("minutes") == null ? 0 : number(read, "minutes");
        int seconds = (number(read, "hours") * 60 + minutes) * 60;
        return ZoneOffset.ofTotalSeconds(read.group("side").equals("-") ? -seconds : seconds);
    }

    /** Whether that looks like RFC 3339, which is read faster. */
    private static boolean canonical(String text) {
        int length = text.length();
        return length >= "2026-11-20T08:00:00Z".length()
                && text.charAt(4) == '-'
                && (text.charAt(10) == 'T' || text.charAt(10) == 't')
                && ("Zz".indexOf(text.charAt(length - 1)) >= 0 || "+-".indexOf(text.charAt(length - 6)) >= 0);
    }

    private static boolean yearLast(Matcher read) {
        int third = read.group("third").length();
        return read.group("first").length() <= 2 && (third == 4 || third == 2);
    }

    private static boolean isDot(Matcher read) {
        return read.group("sign").equals(".");
    }

    private static int number(Matcher read, String group) {
        return Integer.parseInt(read.group(group));
    }

    private static String blanks(String text) {
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }

    private static final class UnknownOrder extends DateTimeException {
        private static final long serialVersionUID = 1;

        UnknownOrder() {
            super(EITHER);
        }
    }

    private static final class OtherOrder extends DateTimeException {
        private static final long serialVersionUID = 1;

        OtherOrder(boolean dayFirst) {
            super("must have the " + (dayFirst ? "day" : "month")
                    + " first, as the rest of its column has, or as the preset says");
        }
    }
}
