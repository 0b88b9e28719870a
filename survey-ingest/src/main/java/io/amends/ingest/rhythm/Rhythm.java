package io.amends.ingest.rhythm;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The rhythm of one source: how much of it is usual in each hour of the week, and how long a silence has to be until
 * chance does not explain it (A11). A value, learned from the hours in which the source was heard.
 *
 * <p>The method. What is counted is <em>minutes with an event</em>, so that a file of ten thousand rows is one minute and
 * not ten thousand witnesses. Each hour of the local week has its rate, from the weeks that were watched; a free day is
 * nobody's witness, and is expected to be as quiet as a Sunday, or as its own weekday if that is quieter. A silence is
 * measured by the minutes that usually would have been heard in it, not by the clock: so nights and weekends count for
 * what they are. On that scale the silences of a source without memory are exponential with mean 1. Real ones clump and
 * pause: the longest tenth of the silences that were seen gives the scale of the tail, never below 1, and taken higher the
 * fewer of them there were. A silence is an alarm when one as long would be seen by chance less than once in the
 * given weeks, over all silences of so many weeks.
 */
public final class Rhythm {
    /** How far back is looked. */
    public static final Duration MEMORY = Duration.ofDays(8 * 7);
    /** A source that was first heard less long ago is not judged yet. */
    public static final Duration LEARNING = Duration.ofDays(14);
    /** Nor is one with fewer minutes heard than these. */
    public static final int FEWEST = 30;

    private static final int HOURS_OF_WEEK = 7 * 24;
    private static final int MINUTES = 60;
    private static final double TAIL = 0.1;
    /** One-sided 95 %: with few long silences seen, the tail is taken as heavier than it looked. */
    private static final double CAUTION = 1.645;
    /** No source is silent for so long without alarm once it is judged: the search for the moment ends there. */
    private static final int FURTHEST_HOURS = 24 * 7 * 26;

    private final ZoneId zone;
    private final Predicate<LocalDate> free;
    private final double[] minutes;
    private final double[] events;
    private final double most;

    private Rhythm(ZoneId zone, Predicate<LocalDate> free, double[] minutes, double[] events, double most) {
        this.zone = zone;
        this.free = free;
        this.minutes = minutes;
        this.events = events;
        this.most = most;
    }

    /**
     * Learns the rhythm of a source.
     *
     * @param heard the hours in which it was heard, in their order; those without are absent
     * @param zone of the portal: the hours of the week are local
     * @param free the days on which less than usual is expected, such as public holidays
     * @param weeks in which less than one false alarm is wanted
     * @return empty while there is too little to learn from
     */
    public static Optional<Rhythm> learn(List<HeardHour> heard, ZoneId zone, Predicate<LocalDate> free, int weeks) {
        int all = heard.stream().mapToInt(HeardHour::heard).sum();
        if (all < FEWEST) {
            return Optional.empty();
        }
        Instant first = heard.get(0).start();
        Instant last = heard.get(heard.size() - 1).start().plus(1, ChronoUnit.HOURS);
        // By what was heard, and not by today: a source that falls silent does not become one that is usually silent.
        if (Duration.between(first, last).compareTo(LEARNING) < 0) {
            return Optional.empty();
        }
        double[] watched = new double[HOURS_OF_WEEK];
        for (Instant hour = first; hour.isBefore(last); hour = hour.plus(1, ChronoUnit.HOURS)) {
            ZonedDateTime local = hour.atZone(zone);
            if (!free.test(local.toLocalDate())) {
                watched[hourOfWeek(local)]++;
            }
        }
        double[] minutes = new double[HOURS_OF_WEEK];
        double[] events = new double[HOURS_OF_WEEK];
        for (HeardHour hour : heard) {
            ZonedDateTime local = hour.start().atZone(zone);
            if (!free.test(local.toLocalDate())) {
                minutes[hourOfWeek(local)] += hour.heard();
                events[hourOfWeek(local)] += hour.events();
            }
        }
        for (int i = 0; i < HOURS_OF_WEEK; i++) {
            minutes[i] /= Math.max(1, watched[i]);
            events[i] /= Math.max(1, watched[i]);
        }
        Rhythm usual = new Rhythm(zone, free, minutes, events, 0);
        return Optional.of(new Rhythm(zone, free, minutes, events, usual.longest(heard, weeks)));
    }

    /** How many minutes with an event are usual in a week. */
    public double minutesOfWeek() {
        return Arrays.stream(minutes).sum();
    }

    /** How many events are usual in a week. */
    public double eventsOfWeek() {
        return Arrays.stream(events).sum();
    }

    /** How many events are usual in each hour of the local week, from Monday 00:00 on. */
    public List<Double> eventsByHour() {
        return Arrays.stream(events).boxed().toList();
    }

    /** How many events usually would have come between two moments. */
    public double expectedEvents(Instant from, Instant to) {
        return usual(events, from, to);
    }

    /** The moment from which a silence since then is an alarm; empty where nothing is expected for half a year. */
    public Optional<Instant> alarm(Instant since) {
        double soFar = 0;
        Instant from = since;
        for (int i = 0; i < FURTHEST_HOURS; i++) {
            Instant to = from.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
            double more = usual(minutes, from, to);
            if (soFar + more >= most) {
                double share = (most - soFar) / more;
                return Optional.of(from.plusMillis(
                        Math.round(share * Duration.between(from, to).toMillis())));
            }
            soFar += more;
            from = to;
        }
        return Optional.empty();
    }

    /** The silence, in minutes that usually would have been heard, beyond which chance is no explanation. */
    private double longest(List<HeardHour> heard, int weeks) {
        double[] silences = silences(heard);
        // A silence lowers the rate of its own hours; without its own week it would have been longer by this.
        double weeksHeard = Duration.between(
                                heard.get(0).start(),
                                heard.get(heard.size() - 1).start())
                        .toHours()
                / (double) HOURS_OF_WEEK;
        double others = weeksHeard / (weeksHeard - 1);
        Arrays.setAll(silences, i -> silences[i] * others);
        Arrays.sort(silences);
        int tail = Math.max(1, (int) (silences.length * TAIL));
        double beyond = silences[silences.length - tail];
        double mean = Arrays.stream(silences, silences.length - tail, silences.length)
                .map(silence -> silence - beyond)
                .average()
                .orElse(1);
        double scale = Math.max(1, mean * (1 + CAUTION / Math.sqrt(tail)));
        double chances = minutesOfWeek() * weeks * TAIL;
        return beyond + scale * Math.log(Math.max(1, chances));
    }

    /** The silences between minutes with an event, each measured by what is usual in it. */
    private double[] silences(List<HeardHour> heard) {
        int all = heard.stream().mapToInt(HeardHour::heard).sum();
        double[] silences = new double[all - 1];
        int found = 0;
        double since = 0; // what was usual between the last minute heard and the start of this hour
        boolean any = false;
        Instant at = heard.get(0).start();
        for (HeardHour hour : heard) {
            since += usual(minutes, at, hour.start());
            at = hour.start().plus(1, ChronoUnit.HOURS);
            double rate = usual(minutes, hour.start(), at) / MINUTES;
            int from = 0;
            for (int minute = 0; minute < MINUTES; minute++) {
                if ((hour.minutes() >>> minute & 1) == 1) {
                    if (any) {
                        silences[found++] = since + rate * (minute - from);
                    }
                    any = true;
                    since = 0;
                    from = minute;
                }
            }
            since += rate * (MINUTES - from);
        }
        return silences;
    }

    /** The sum of what is usual between two moments. */
    private double usual(double[] rates, Instant from, Instant to) {
        double sum = 0;
        Instant at = from;
        while (at.isBefore(to)) {
            Instant end = at.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
            Instant until = end.isBefore(to) ? end : to;
            double share = Duration.between(at, until).toMillis() / 1000.0 / HeardHour.SECONDS;
            sum += rate(rates, at) * share;
            at = until;
        }
        return sum;
    }

    private double rate(double[] rates, Instant at) {
        ZonedDateTime local = at.atZone(zone);
        double usual = rates[hourOfWeek(local)];
        return free.test(local.toLocalDate())
                ? Math.min(usual, rates[hourOfWeek(DayOfWeek.SUNDAY, local.getHour())])
                : usual;
    }

    private static int hourOfWeek(ZonedDateTime local) {
        return hourOfWeek(local.getDayOfWeek(), local.getHour());
    }

    private static int hourOfWeek(DayOfWeek day, int hour) {
        return (day.getValue() - 1) * 24 + hour;
    }
}
