package io.amends.dashboard.testing;

import io.amends.contracts.ContactChoice;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.api.Backtest;
import io.amends.contracts.api.BacktestQuestion;
import io.amends.contracts.api.BacktestState;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Backtests as recovery-rules answers with them; each look at one brings it one step further. */
final class SampleBacktests {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private SampleBacktests() {}

    static Backtest queued(String id, BacktestQuestion question, String author, String tag) {
        Instant from = question.from().atStartOfDay(ZONE).toInstant();
        Instant to = question.to().plusDays(1).atStartOfDay(ZONE).toInstant();
        String rules = question.version() == null ? "draft" : "version " + question.version();
        return new Backtest(
                id,
                BacktestState.QUEUED,
                0,
                0L,
                author,
                "dashboard",
                Instant.now(),
                null,
                null,
                from,
                to,
                rules,
                tag,
                0,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** The same, one step further; one that is over stays as it is. */
    static Backtest next(Backtest run) {
        return switch (run.state()) {
            case QUEUED -> moved(run, BacktestState.RUNNING, 0.43, 18_200, null);
            case RUNNING -> done(run);
            case DONE, CANCELLED, FAILED -> run;
        };
    }

    static Backtest cancelled(Backtest run) {
        return moved(run, BacktestState.CANCELLED, run.progress(), run.read(), run.queued());
    }

    private static Backtest moved(
            Backtest run, BacktestState state, double progress, long read, @Nullable Long queued) {
        return new Backtest(
                run.backtestId(),
                state,
                progress,
                queued,
                run.author(),
                run.key(),
                run.requestedAt(),
                run.startedAt(),
                run.finishedAt(),
                run.from(),
                run.to(),
                run.rules(),
                run.tag(),
                read,
                run.judged(),
                run.heldFrom(),
                run.note(),
                run.error(),
                run.gained(),
                run.lost(),
                run.kept(),
                run.byGroupAndDay(),
                run.byScore(),
                run.byContactChoice(),
                run.byRule());
    }

    private static Backtest done(Backtest run) {
        return new Backtest(
                run.backtestId(),
                BacktestState.DONE,
                1,
                null,
                run.author(),
                run.key(),
                run.requestedAt(),
                run.startedAt(),
                run.finishedAt(),
                run.from(),
                run.to(),
                run.rules(),
                run.tag(),
                42_000,
                5_312,
                run.from(),
                run.note(),
                run.error(),
                cases(
                        12,
                        "Not flagged: overall 4 of 5 is above your threshold 2",
                        "Flagged: your rule \"VIP by phone\" applies"),
                cases(
                        3,
                        "Flagged: overall 2 of 5 is at or below your threshold 2",
                        "Not flagged: your rule \"Chat is not for us\" applies"),
                cases(
                        41,
                        "Flagged: overall 1 of 5 is at or below your threshold 2",
                        "Flagged: overall 1 of 5 is at or below your threshold 2"),
                days(LocalDate.ofInstant(run.from(), ZONE)),
                List.of(
                        new Backtest.ByScore("1", 30, 32),
                        new Backtest.ByScore("2", 14, 11),
                        new Backtest.ByScore("4", 0, 10),
                        new Backtest.ByScore(null, 2, 2)),
                List.of(
                        new Backtest.ByContactChoice(ContactChoice.YES, 30, 33),
                        new Backtest.ByContactChoice(ContactChoice.UNANSWERED, 14, 20)),
                List.of(new Backtest.ByRule("VIP by phone", 31, 12), new Backtest.ByRule("Chat is not for us", 9, 0)));
    }

    private static List<Backtest.Load> days(LocalDate first) {
        List<Backtest.Load> days = new ArrayList<>();
        for (int i = 0; i < 28; i++) {
            LocalDate day = first.plusDays(i);
            boolean weekend = day.getDayOfWeek().getValue() > 5;
            days.add(new Backtest.Load("NET", day, 10, weekend ? 2 : 6 + (i * 7) % 5, weekend ? 3 : 8 + (i * 11) % 6));
            days.add(new Backtest.Load("FIELD", day, null, weekend ? 0 : 2, weekend ? 0 : 1 + i % 3));
        }
        return days;
    }

    private static Backtest.Cases cases(int count, String before, String after) {
        List<Backtest.Example> examples = new ArrayList<>();
        for (int i = 0; i < Math.min(count, 4); i++) {
            examples.add(example(
                    "T-47" + (11 + i),
                    i % 2 == 0 ? "NET" : "FIELD",
                    i,
                    i == 2
                            ? null
                            : "Third time I had to call, and each time I explained everything from the beginning.",
                    before,
                    after));
        }
        return new Backtest.Cases(count, examples);
    }

    private static Backtest.Example example(
            String ticket, String group, int i, @Nullable String comment, String before, String after) {
        return new Backtest.Example(
                "p1",
                ticket,
                group,
                Instant.now().minus(i + 1L, ChronoUnit.DAYS),
                BigDecimal.valueOf(1 + i % 4),
                i % 2 == 0 ? ContactChoice.YES : ContactChoice.UNANSWERED,
                comment,
                decided(before),
                decided(after),
                List.of("VIP by phone"));
    }

    private static Backtest.Decided decided(String summary) {
        return new Backtest.Decided(
                RecoveryDecided.Kind.RECOVERY,
                RecoveryDecided.Contact.REQUIRED,
                1,
                RecoveryDecided.Alert.DIGEST,
                summary);
    }
}
