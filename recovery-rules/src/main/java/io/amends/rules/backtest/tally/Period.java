package io.amends.rules.backtest.tally;

import java.time.Instant;

/** A stretch of time, by the moment the customers answered: from (included) to (excluded). */
public record Period(Instant from, Instant to) {
    public static final Period EVER = new Period(Instant.MIN, Instant.MAX);

    boolean contains(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }
}
