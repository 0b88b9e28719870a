package io.amends.contracts.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.RecoveryDecided.Alert;
import io.amends.contracts.RecoveryDecided.Contact;
import io.amends.contracts.RecoveryDecided.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A backtest as it is asked about: how far it is, and once it is done what it found (B7). What it found is left out until
 * then, and of a list of backtests all but the counts of cases.
 *
 * @param progress 0 to 1
 * @param queued how many of its portal are before it, while it waits; those of other portals may be before it as well
 * @param key the API key that vouches for the author; null for backtests older than this field
 * @param rules {@code draft} or {@code version 3}
 * @param tag the ETag of the draft that was judged, or the version's, such as {@code d12} or {@code v3}; null for rules that
 *     came with the request, and for backtests older than this field
 * @param read records of the log
 * @param judged responses
 * @param heldFrom set where the log no longer holds all that was asked for: it holds everything since then
 * @param byGroupAndDay by day, then group, where there is a case on either side
 * @param byScore lowest first, then those without a score
 */
public record Backtest(
        String backtestId,
        BacktestState state,
        double progress,
        @JsonInclude(Include.NON_NULL) @Nullable Long queued,
        String author,
        @Nullable String key,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        Instant from,
        Instant to,
        String rules,
        @Nullable String tag,
        long read,
        long judged,
        @Nullable Instant heldFrom,
        @Nullable String note,
        @Nullable String error,
        @JsonInclude(Include.NON_NULL) @Nullable Cases gained,
        @JsonInclude(Include.NON_NULL) @Nullable Cases lost,
        @JsonInclude(Include.NON_NULL) @Nullable Cases kept,
        @JsonInclude(Include.NON_NULL) @Nullable List<Load> byGroupAndDay,
        @JsonInclude(Include.NON_NULL) @Nullable List<ByScore> byScore,
        @JsonInclude(Include.NON_NULL) @Nullable List<ByContactChoice> byContactChoice,
        @JsonInclude(Include.NON_NULL) @Nullable List<ByRule> byRule) {

    /** The same with the counts of cases alone, for who may see no responses. */
    public Backtest withoutExamples() {
        return new Backtest(
                backtestId,
                state,
                progress,
                queued,
                author,
                key,
                requestedAt,
                startedAt,
                finishedAt,
                from,
                to,
                rules,
                tag,
                read,
                judged,
                heldFrom,
                note,
                error,
                counted(gained),
                counted(lost),
                counted(kept),
                byGroupAndDay,
                byScore,
                byContactChoice,
                byRule);
    }

    private static @Nullable Cases counted(@Nullable Cases side) {
        return side == null ? null : new Cases(side.count(), null);
    }

    /**
     * Cases of one side, some of them shown.
     *
     * @param examples left out where only the count is told
     */
    public record Cases(long count, @JsonInclude(Include.NON_NULL) @Nullable List<Example> examples) {}

    /**
     * One case that a backtest shows: what was decided, what would be, and why either.
     *
     * @param before as decided live
     * @param after by the judged rules
     * @param rules the judged rules that match, in their order
     */
    public record Example(
            String responseId,
            String ticketId,
            String supportGroup,
            Instant submittedAt,
            @Nullable BigDecimal overall,
            ContactChoice contactChoice,
            @Nullable String comment,
            Decided before,
            Decided after,
            List<String> rules) {}

    /** One of the two decisions about an example. */
    public record Decided(Kind kind, Contact contact, @Nullable Integer priority, Alert alert, String summary) {}

    /**
     * Cases of a group on one local day.
     *
     * @param cap the group's most a day; null where it has none
     */
    public record Load(String supportGroup, LocalDate day, @Nullable Integer cap, long before, long after) {}

    /** Cases of one overall score; null where none was given. */
    public record ByScore(@Nullable String score, long before, long after) {}

    /** Cases of one contact choice. */
    public record ByContactChoice(ContactChoice contactChoice, long before, long after) {}

    /** Responses that a judged rule matches, and how many of them are cases gained. */
    public record ByRule(String name, long matched, long gained) {}
}
