package io.amends.rules.backtest;

import io.amends.contracts.api.Backtest;
import io.amends.contracts.api.Backtest.Cases;
import io.amends.contracts.api.BacktestState;
import io.amends.rules.backtest.BacktestStore.BacktestOrder;
import io.amends.rules.backtest.core.Balance;
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

    @Formula(
            """
            CASE WHEN state = 'QUEUED' THEN (SELECT count(*) FROM backtest b
              WHERE b.state IN ('QUEUED', 'RUNNING') AND b.number < number) END""")
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

    /** The backtest with its outcome. */
    Backtest whole() {
        // Asked only of one that was done when it was read: then it has its outcome, and keeps it.
        String outcome = state == BacktestState.DONE ? result : null;
        if (outcome == null) {
            return told(null, null, null, null);
        }
        Balance found = BacktestStore.stored(outcome, Balance.class);
        return told(found.gained(), found.lost(), found.kept(), found);
    }

    /** The backtest with the counts of its outcome. */
    Backtest brief() {
        return told(cases(gained), cases(lost), cases(kept), null);
    }

    private static @Nullable Cases cases(@Nullable Long count) {
        return count == null ? null : new Cases(count, null);
    }

    private Backtest told(
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
                read,
                judged,
                heldFrom,
                note,
                error,
                casesGained,
                casesLost,
                casesKept,
                found == null ? null : found.byGroupAndDay(),
                found == null ? null : found.byScore(),
                found == null ? null : found.byContactChoice(),
                found == null ? null : found.byRule());
    }
}
