package io.amends.dashboard.layout;

import com.ibm.icu.text.DateTimePatternGenerator;
import com.ibm.icu.text.TimeZoneNames;
import io.amends.dashboard.language.PageLanguage;
import io.amends.dashboard.layout.core.Age;
import io.amends.dashboard.layout.core.ZonePlace;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Says times and numbers as the reader's language does (C11). */
@ApplicationScoped
public class Formats {
    /** What is told of a moment; how and in which order is the language's. */
    private static final String TIME = "HHmm";

    private static final String SECOND = "HHmmss";
    private static final String DAY = "MMMd";
    private static final String DATE = "yMMMd";
    private static final String WHOLE_DATE = "yMMMMEEEEd";

    /** Digits behind the point, which a number may have more of than numbers have by default. */
    private static final int MOST_DIGITS = 10;

    private final LayoutMessages messages;
    private final PageLanguage language;
    private final Clock clock;
    private final Map<Told, DateTimeFormatter> formatters = new ConcurrentHashMap<>();

    Formats(LayoutMessages messages, PageLanguage language, Clock clock) {
        this.messages = messages;
        this.language = language;
        this.clock = clock;
    }

    /** What is told in which language. */
    private record Told(String what, Locale locale) {
        DateTimeFormatter formatter() {
            String pattern = DateTimePatternGenerator.getInstance(locale).getBestPattern(what);
            return DateTimeFormatter.ofPattern(pattern, locale);
        }
    }

    /**
     * A moment for people.
     *
     * @param ago "12 min ago", or the day
     * @param day the local date
     * @param exact the exact local time, for hover and title
     * @param iso for the machine
     */
    public record Moment(String ago, String day, String exact, String iso) {}

    /** The language of the page, for what else is written by it. */
    public Locale locale() {
        return language.locale();
    }

    public Moment moment(Instant at, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        String exact = format(WHOLE_DATE, local) + ", " + time(local) + " (" + zone.getId() + ")";
        return new Moment(ago(at, zone), date(local.toLocalDate()), exact, at.toString());
    }

    /** Whose time it is: "Berlin time", or "UTC". */
    public String zone(ZoneId zone) {
        return ZonePlace.of(zone)
                .map(place -> Objects.requireNonNullElse(
                        TimeZoneNames.getInstance(locale()).getExemplarLocationName(zone.getId()), place))
                .map(messages::placeTime)
                .orElseGet(() -> ZonePlace.offset(zone));
    }

    /** This moment. */
    public Moment now(ZoneId zone) {
        return moment(clock.instant(), zone);
    }

    /** The local date and time, which tells moments of one day apart. */
    public String at(Instant at, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        return format(day(local.toLocalDate()) + TIME, local);
    }

    /** The same to the second, which tells changes of one minute apart. */
    public String toSecond(Instant at, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        return format(day(local.toLocalDate()) + SECOND, local);
    }

    /** The same in all of its parts: the day of the week, the date with its year, and the time. */
    public String whole(ZonedDateTime local) {
        return format("E" + DATE + TIME, local);
    }

    /** A date, with its year only where it is not this one. */
    public String date(LocalDate date) {
        return formatter(day(date)).format(date);
    }

    /** The same with the day of the week. */
    public String weekdayAndDate(LocalDate date) {
        return formatter("E" + day(date)).format(date);
    }

    /** A time of day. */
    public String time(LocalTime time) {
        return formatter(TIME).format(time);
    }

    /** The whole name of a day of the week. */
    public String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, locale());
    }

    /** The same, short. */
    public String shortName(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT_STANDALONE, locale());
    }

    /** "1 of 5", or that there is none. */
    public String score(@Nullable BigDecimal score, @Nullable BigDecimal max) {
        if (score == null) {
            return messages.noOverall();
        }
        return max == null ? number(score) : messages.score(number(score), number(max));
    }

    public String count(long n) {
        return NumberFormat.getIntegerInstance(locale()).format(n);
    }

    /** A number that may have a part behind the point. */
    public String number(BigDecimal n) {
        NumberFormat format = NumberFormat.getInstance(locale());
        format.setMaximumFractionDigits(MOST_DIGITS);
        format.setGroupingUsed(false);
        return format.format(n);
    }

    private String day(LocalDate date) {
        return date.getYear() == LocalDate.now(clock).getYear() ? DAY : DATE;
    }

    private String ago(Instant at, ZoneId zone) {
        Age ago = Age.of(at, clock.instant(), zone);
        ZonedDateTime local = at.atZone(zone);
        return switch (ago.unit()) {
            case NOW -> messages.justNow();
            case MINUTES -> messages.minutesAgo(ago.n());
            case HOURS -> messages.hoursAgo(ago.n());
            case YESTERDAY -> messages.yesterdayAt(time(local));
            case THIS_YEAR -> format(DAY + TIME, local);
            case BEFORE -> format(DATE, local);
        };
    }

    private String time(ZonedDateTime local) {
        return format(TIME, local);
    }

    private String format(String told, ZonedDateTime local) {
        return formatter(told).format(local);
    }

    private DateTimeFormatter formatter(String told) {
        return formatters.computeIfAbsent(new Told(told, locale()), Told::formatter);
    }
}
