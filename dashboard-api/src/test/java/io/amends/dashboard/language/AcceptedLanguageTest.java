package io.amends.dashboard.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptedLanguageTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "de|de",
                "de-AT,de;q=0.9,en;q=0.8|de-at",
                "nl,it;q=0.9,ja;q=0.2|ja",
                "en;q=0.5,fr;q=0.9|fr",
                "pt-BR|pt-br",
                "de;q=0,es;q=0.1|es"
            })
    @DisplayName("C11: of the languages that a browser asks for it is the most wished one that is spoken here")
    void wished(String header, String tag) {
        assertThat(AcceptedLanguage.of(header)).isEqualTo(tag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "nl", ";;;", "de;q=x", "\u0000", "-", "de;q=0"})
    @DisplayName("C11: a header that asks for nothing that is spoken here, or says nothing at all, asks for nothing")
    void nothing(String header) {
        assertThat(AcceptedLanguage.of(header)).isNull();
    }

    @Test
    @DisplayName("C11: no header, and one that is longer than any browser's, ask for nothing")
    void none() {
        assertThat(AcceptedLanguage.of(null)).isNull();
        assertThat(AcceptedLanguage.of("de,".repeat(1_000))).isNull();
    }
}
