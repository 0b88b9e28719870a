package io.amends.rules.backtest;

import io.amends.contracts.api.Backtest;
import io.amends.contracts.api.Backtest.Cases;
import io.amends.contracts.api.BacktestState;
import io.amends.rules.backtest.BacktestGroups.GroupCounts;
import io.amends.rules.backtest.BacktestStore.BacktestOrder;
import io.amends.rules.backtest.core.Balance;
import io.amends.rules.backtest.core.Share;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;

/** A backtest as those see and change it who ask; {@link BacktestQueue} changes the same row for those who run it. */
@Entity
@Table(name = "backtest")
class StoredBacktest {
    @Id
    private UUID id;

    /** Its place in the order of asking, given by the database. */
    @Column(insertable = false, updatable = false)
    private long number;

    @Version
    private long revision;

    @Column
    private String portal;

    @Enumerated(EnumType.STRING)
    private BacktestState state;

    /** How many of its own portal are before it: how much others try is not told. */
    @Formula(
            """
            CASE WHEN state = 'QUEUED' THEN (SELECT count(*) FROM backtest b
              WHERE b.portal = portal AND b.state IN ('QUEUED', 'RUNNING') AND b.number < number) END""")
    private @Nullable Long queued;

    @Column
    private String author;

    @Column
    private @Nullable String key;

    @Column
    private Instant requestedAt;

    @Column
    private @Nullable Instant startedAt;

    @Column
    private @Nullable Instant finishedAt;

    @Column
    private Instant fromAt;

    @Column
    private Instant toAt;

    @Column
    private String rules;

    /** Large, and kept until the backtest is over. */
    @Basic(fetch = FetchType.LAZY)
    private @Nullable String ruleSet;

    @Column
    private @Nullable String tag;

    @Column
    private @Nullable Instant leaseUntil;

    @Column
    private double progress;

    @Column
    private long read;

    @Column
    private long judged;

    @Column
    private @Nullable Instant heldFrom;

    @Column
    private @Nullable String note;

    @Column
    private @Nullable String error;

    @Column
    private @Nullable Long gained;

    @Column
    private @Nullable Long lost;

    @Column
    private @Nullable Long kept;

    /** Large, and kept once the backtest is done. */
    @Basic(fetch = FetchType.LAZY)
    private @Nullable String result;

    StoredBacktest() {}

    /** One that is asked for. */
    StoredBacktest(UUID id, BacktestOrder order, Instant now) {
        this.id = id;
        this.portal = order.portal();
        this.state = BacktestState.QUEUED;
        this.author = order.by().name();
        this.key = order.by().key();
        this.requestedAt = now;
        this.fromAt = order.period().from();
        this.toAt = order.period().to();
        this.rules = order.rules().name();
        this.ruleSet = order.rules().json();
        this.tag = order.rules().tag();
    }

    /** Calls it off; false if it is over. */
    boolean cancel(Instant now) {
        if (state.over()) {
            return false;
        }
        state = BacktestState.CANCELLED;
        finishedAt = now;
        leaseUntil = null;
        ruleSet = null;
        return true;
    }

    UUID id() {
        return id;
    }

    BacktestState state() {
        return state;
    }

    /** The backtest with its outcome. */
    Backtest whole(BacktestWords words) {
        Balance found = outcome();
        return found == null
                ? told(words, read, judged, note, null, null, null, null)
                : told(words, read, judged, note, found.gained(), found.lost(), found.kept(), found);
    }

    /**
     * The same for somebody who sees some groups alone; without an outcome where it was not found by group.
     *
     * @param seen what was counted in these groups; null where nothing is known by group
     * @param parts what was found in each of them
     * @param examples of these groups
     * @param words also say that nothing is known by group
     */
    Backtest whole(
            @Nullable GroupCounts seen,
            List<Balance> parts,
            Map<Share.Side, List<Backtest.Example>> examples,
            BacktestWords words) {
        Balance all = outcome();
        GroupCounts counts = countsOf(seen);
        if (all == null || counts == null) {
            return told(words, 0, 0, all == null ? note : words.notByGroup(), null, null, null, null);
        }
        Balance found = all.ofGroups(parts, examples);
        return told(words, counts.judged(), counts.judged(), note, found.gained(), found.lost(), found.kept(), found);
    }

    /** The backtest with the counts of its outcome. */
    Backtest brief(BacktestWords words) {
        return told(words, read, judged, note, cases(gained), cases(lost), cases(kept), null);
    }

    /** The same for somebody who sees some groups alone. */
    Backtest brief(@Nullable GroupCounts seen, BacktestWords words) {
        boolean done = state == BacktestState.DONE;
        GroupCounts counts = done ? countsOf(seen) : null;
        if (counts == null) {
            return told(words, 0, 0, done ? words.notByGroup() : note, null, null, null, null);
        }
        return told(
                words,
                counts.judged(),
                counts.judged(),
                note,
                cases(counts.gained()),
                cases(counts.lost()),
                cases(counts.kept()),
                null);
    }

    /** Asked only of one that was done when it was read: then it has its outcome, and keeps it. */
    private @Nullable Balance outcome() {
        String outcome = state == BacktestState.DONE ? result : null;
        return outcome == null ? null : BacktestStore.stored(outcome, Balance.class);
    }

    /** Where nothing was judged no group has counts; where something was and none has, it was never known. */
    private @Nullable GroupCounts countsOf(@Nullable GroupCounts seen) {
        return seen == null && judged == 0 ? GroupCounts.NONE : seen;
    }

    private static @Nullable Cases cases(@Nullable Long count) {
        return count == null ? null : new Cases(count, null);
    }

    private Backtest told(
            BacktestWords words,
            long recordsRead,
            long responsesJudged,
            @Nullable String said,
            @Nullable Cases casesGained,
            @Nullable Cases casesLost,
            @Nullable Cases casesKept,
            @Nullable Balance found) {
        return new Backtest(
                id.toString(),
                state,
                progress,
                queued,
                author,
                key,
                requestedAt,
                startedAt,
                finishedAt,
                fromAt,
                toAt,
                rules,
                tag,
                recordsRead,
                responsesJudged,
                heldFrom,
                said,
                words.error(error),
                casesGained,
                casesLost,
                casesKept,
                found == null ? null : found.byGroupAndDay(),
                found == null ? null : found.byScore(),
                found == null ? null : found.byContactChoice(),
                found == null ? null : found.byRule());
    }
}
