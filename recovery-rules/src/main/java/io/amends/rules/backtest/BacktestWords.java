package io.amends.rules.backtest;

import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a stored backtest in a reader's language (C11).
 *
 * @param stored the sentences that are stored, in English
 */
record BacktestWords(BacktestMessages messages, BacktestMessages stored) {

    /** That nothing is known by group. */
    String notByGroup() {
        return messages.notByGroup();
    }

    /** Why one failed: none of these sentences has a gap, so that another language can say it. Any other is left as it is. */
    @Nullable
    String error(@Nullable String sentence) {
        return Stream.<Function<BacktestMessages, String>>of(
                        BacktestMessages::kafkaAway,
                        BacktestMessages::portalGone,
                        BacktestMessages::neverFinished,
                        BacktestMessages::stoppedWithError)
                .filter(said -> said.apply(stored).equals(sentence))
                .map(said -> said.apply(messages))
                .findFirst()
                .orElse(sentence);
    }
}
