package io.amends.dashboard.layout;

import io.amends.dashboard.layout.core.Age;
import io.amends.dashboard.layout.core.ZonePlace;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says times and scores in the reader's language, English now. */
@ApplicationScoped
public class Formats {
    private static final Locale LOCALE = Locale.UK;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", LOCALE);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss", LOCALE);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", LOCALE);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM uuuu", LOCALE);
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm (VV)", LOCALE);

    private final LayoutMessages messages;
    private final Clock clock;

    Formats(LayoutMessages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
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

    public Moment moment(Instant at, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        return new Moment(ago(at, zone), date(local.toLocalDate()), EXACT.format(local), at.toString());
    }

    /** Whose time it is: "Berlin time", or "UTC". */
    public String zone(ZoneId zone) {
        return ZonePlace.of(zone).map(messages::placeTime).orElseGet(() -> ZonePlace.offset(zone));
    }

    /** This moment. */
    public Moment now(ZoneId zone) {
        return moment(clock.instant(), zone);
    }

    /** The local date and time, which tells moments of one day apart. */
    public String at(Instant at, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        return date(local.toLocalDate()) + ", " + TIME.format(local);
    }

    /** The same to the second, which tells changes of one minute apart. */
    public String toSecond(Instant at, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        return date(local.toLocalDate()) + ", " + SECOND.format(local);
    }

    /** A date, with its year only where it is not this one. */
    public String date(LocalDate date) {
        int thisYear = LocalDate.now(clock).getYear();
        return (date.getYear() == thisYear ? DAY : DATE).format(date);
    }

    /** "1 of 5", or that there is none. */
    public String score(@Nullable BigDecimal score, @Nullable BigDecimal max) {
        if (score == null) {
            return messages.noOverall();
        }
        return max == null ? number(score) : messages.score(number(score), number(max));
    }

    public String count(long n) {
        return NumberFormat.getIntegerInstance(LOCALE).format(n);
    }

    private String ago(Instant at, ZoneId zone) {
        Age ago = Age.of(at, clock.instant(), zone);
        ZonedDateTime local = at.atZone(zone);
        return switch (ago.unit()) {
            case NOW -> messages.justNow();
            case MINUTES -> messages.minutesAgo(ago.n());
            case HOURS -> messages.hoursAgo(ago.n());
            case YESTERDAY -> messages.yesterdayAt(TIME.format(local));
            case THIS_YEAR -> DAY.format(local) + ", " + TIME.format(local);
            case BEFORE -> DATE.format(local);
        };
    }

    private static String number(BigDecimal n) {
        return n.stripTrailingZeros().toPlainString();
    }
}
