package io.amends.dashboard.studio.backtests;

import io.amends.contracts.api.Backtest;
import io.amends.contracts.api.BacktestState;
import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.studio.client.AuthorNames;
import io.amends.dashboard.studio.shared.ChangeTag;
import io.amends.dashboard.studio.shared.StudioMessages;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says of a backtest what it is about, how far it is and how it ended. */
@ApplicationScoped
public class BacktestSentences {
    /** What recovery-rules calls the rules of a backtest. */
    private static final String DRAFT = "draft";

    private static final Pattern VERSION = Pattern.compile("version (\\d{1,18})");

    private final BacktestPageMessages messages;
    private final StudioMessages studio;
    private final Formats formats;
    private final AuthorNames authors;

    BacktestSentences(BacktestPageMessages messages, StudioMessages studio, Formats formats, AuthorNames authors) {
        this.messages = messages;
        this.studio = studio;
        this.formats = formats;
        this.authors = authors;
    }

    /** Which days it judged, and how it ended or where it is, in one line. */
    public String tested(Backtest run, ZoneId zone) {
        return messages.testedDraft(formats.date(firstDay(run, zone)), formats.date(lastDay(run, zone)), headline(run));
    }

    /** How it ended, or where it is. */
    String headline(Backtest run) {
        return switch (run.state()) {
            case QUEUED -> messages.backtestQueued();
            case RUNNING -> messages.backtestRunning();
            case CANCELLED -> messages.backtestCancelled();
            case FAILED -> messages.backtestFailed();
            case DONE -> result(run);
        };
    }

    private String result(Backtest run) {
        long gained = CaseSide.GAINED.total(run);
        long lost = CaseSide.LOST.total(run);
        long kept = CaseSide.KEPT.total(run);
        if (run.judged() == 0) {
            return messages.backtestEmpty();
        }
        if (gained == 0 && lost == 0) {
            return messages.backtestSame(kept);
        }
        if (lost == 0) {
            return messages.backtestMore(gained, kept);
        }
        return gained == 0 ? messages.backtestFewer(lost, kept) : messages.backtestBoth(gained, lost, kept);
    }

    /** Which rules over which days, by whom. */
    String about(Backtest run, ZoneId zone) {
        return messages.backtestAbout(
                rules(run, studio.draft(), studio::version),
                formats.date(firstDay(run, zone)),
                formats.date(lastDay(run, zone)),
                authors.name(run.author()));
    }

    /** The same, and whose days they are. */
    String aboutInZone(Backtest run, ZoneId zone) {
        return messages.inZone(about(run, zone), formats.zone(zone));
    }

    /** What the rules of a backtest are called; those that are neither the draft nor a version go by their own name. */
    private static String rules(Backtest run, String draft, LongFunction<String> version) {
        Matcher matcher = VERSION.matcher(run.rules());
        return run.rules().equals(DRAFT)
                ? draft
                : matcher.matches() ? version.apply(Long.parseLong(matcher.group(1))) : run.rules();
    }

    /** Its state in one word. */
    ChangeTag state(Backtest run) {
        return switch (run.state()) {
            case QUEUED -> new ChangeTag(messages.stateQueued(), "");
            case RUNNING -> new ChangeTag(messages.stateRunning(), "due");
            case DONE -> new ChangeTag(messages.stateDone(), "done");
            case CANCELLED -> new ChangeTag(messages.stateCancelled(), "");
            case FAILED -> new ChangeTag(messages.stateFailed(), "urgent");
        };
    }

    /** How far it is. */
    String progress(Backtest run, int percent) {
        if (run.state() == BacktestState.QUEUED) {
            int before = run.queued() == null ? 0 : Math.toIntExact(run.queued());
            return before == 0 ? messages.nextInLine() : messages.inLine(before);
        }
        return messages.readSoFar(percent, formats.count(run.read()));
    }

    /** What its two sides are called: what was decided until now, and what the judged rules would decide. */
    BacktestView.Columns columns(Backtest run) {
        return new BacktestView.Columns(
                messages.untilNow(), messages.withRules(rules(run, studio.theDraft(), studio::theVersion)));
    }

    /**
     * What is to be known before reading its figures.
     *
     * @param changed whether the draft that was judged has changed since
     */
    List<String> notes(Backtest run, ZoneId zone, boolean changed) {
        List<String> notes = new ArrayList<>();
        if (changed) {
            notes.add(messages.draftChanged());
        }
        if (run.heldFrom() != null) {
            notes.add(messages.heldFrom(formats.date(LocalDate.ofInstant(run.heldFrom(), zone))));
        }
        if (run.note() != null && !run.note().isBlank()) {
            notes.add(run.note());
        }
        if (run.error() != null && !run.error().isBlank()) {
            notes.add(run.error());
        }
        if (run.state() == BacktestState.DONE) {
            notes.add(messages.judged(formats.count(run.judged())));
        }
        return notes;
    }

    static LocalDate firstDay(Backtest run, ZoneId zone) {
        return LocalDate.ofInstant(run.from(), zone);
    }

    /** The end is excluded, so a period to midnight ends on the day before. */
    static LocalDate lastDay(Backtest run, ZoneId zone) {
        Instant end = run.to().isAfter(run.from()) ? run.to().minusMillis(1) : run.to();
        return LocalDate.ofInstant(end, zone);
    }
}
