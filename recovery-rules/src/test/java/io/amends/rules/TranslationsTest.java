package io.amends.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.messages.testing.Translations;
import io.amends.rules.words.RuleMessages;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TranslationsTest {
    @Test
    @DisplayName("C11: a bundle that is there in another language has every sentence in it")
    void whole() {
        assertThat(Translations.faults(RuleMessages.class, List.of())).isEmpty();
    }
}
