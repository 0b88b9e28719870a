package io.amends.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.messages.Languages;
import io.amends.messages.testing.Translations;
import io.amends.rules.words.RuleMessages;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TranslationsTest {
    @Test
    @DisplayName(
            "C11: every sentence is there in each language, with the gaps of the English and all plurals of its own")
    void whole() {
        assertThat(Translations.faults(RuleMessages.class, Languages.SPOKEN)).isEmpty();
    }
}
