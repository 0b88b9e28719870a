package io.amends.rules.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.messages.testing.PlainMessages;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BacktestWordsTest {
    private static final BacktestMessages ENGLISH = PlainMessages.english(BacktestMessages.class);
    private static final BacktestMessages GERMAN = PlainMessages.in("de", BacktestMessages.class);

    @Test
    @DisplayName(
            "C11: why a backtest failed is told in the reader's language, and what no sentence says any more as it is")
    void failed() {
        BacktestWords words = new BacktestWords(GERMAN, ENGLISH);

        assertThat(words.error(ENGLISH.kafkaAway())).isEqualTo(GERMAN.kafkaAway());
        assertThat(words.error(ENGLISH.portalGone())).isEqualTo(GERMAN.portalGone());
        assertThat(words.error(ENGLISH.neverFinished())).isEqualTo(GERMAN.neverFinished());
        assertThat(words.error(ENGLISH.stoppedWithError())).isEqualTo(GERMAN.stoppedWithError());
        assertThat(words.error("An older sentence.")).isEqualTo("An older sentence.");
        assertThat(words.error(null)).isNull();
        assertThat(new BacktestWords(ENGLISH, ENGLISH).error(ENGLISH.portalGone()))
                .isEqualTo(ENGLISH.portalGone());
    }
}
