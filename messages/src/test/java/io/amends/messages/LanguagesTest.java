package io.amends.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LanguagesTest {
    @Test
    @DisplayName("C11: the reader's own language comes first, then the portal's, then English; one not spoken is none")
    void order() {
        assertThat(Languages.of("fr", "de")).isEqualTo(Locale.FRENCH);
        assertThat(Languages.of(null, "de")).isEqualTo(Locale.GERMAN);
        assertThat(Languages.of(" ", "ja")).isEqualTo(Locale.JAPANESE);
        assertThat(Languages.of("nl", "es")).isEqualTo(Locale.forLanguageTag("es"));
        assertThat(Languages.of("nl", "it")).isEqualTo(Locale.UK);
        assertThat(Languages.of(null, null)).isEqualTo(Locale.UK);
        assertThat(Languages.of("no language", "x-private")).isEqualTo(Locale.UK);
    }

    @Test
    @DisplayName("C11: of what is accepted the most wished language that is spoken is taken; nonsense is no wish")
    void accepted() {
        assertThat(Languages.accepted("de")).isEqualTo("de");
        assertThat(Languages.accepted("nl, fr;q=0.5, ja;q=0.8")).isEqualTo("ja");
        assertThat(Languages.accepted("pt-BR,pt;q=0.9")).isEqualTo("pt-br");
        assertThat(Languages.accepted("de-AT,de;q=0.9,en;q=0.8")).isEqualTo("de-at");
        assertThat(Languages.accepted("nl,it;q=0.9,ja;q=0.2")).isEqualTo("ja");
        assertThat(Languages.accepted("en;q=0.5,fr;q=0.9")).isEqualTo("fr");
        assertThat(Languages.accepted("de;q=0,es;q=0.1")).isEqualTo("es");
        assertThat(Languages.accepted("nl")).isNull();
        assertThat(Languages.accepted("de;q=0")).isNull();
        assertThat(Languages.accepted("*")).isNull();
        assertThat(Languages.accepted(null)).isNull();
        assertThat(Languages.accepted("")).isNull();
        assertThat(Languages.accepted("de;q=much, \u0000")).isNull();
        assertThat(Languages.accepted("\u0000")).isNull();
        assertThat(Languages.accepted(";;;")).isNull();
        assertThat(Languages.accepted("-")).isNull();
        assertThat(Languages.accepted("de," + "x".repeat(10_000))).isNull();
    }

    @Test
    @DisplayName("C11: a region is kept for dates and numbers, and has the sentences of its language")
    void regions() {
        Function<Locale, String> sentences = Languages.each(tag -> "in " + tag);

        assertThat(Languages.of("pt-BR", "en")).isEqualTo(Locale.forLanguageTag("pt-BR"));
        assertThat(Languages.of("de-AT-u-nu-arab", "en")).isEqualTo(Locale.forLanguageTag("de-AT"));
        assertThat(Languages.of("en", "de")).isEqualTo(Locale.UK);
        assertThat(Languages.of("en-US", "de")).isEqualTo(Locale.US);
        assertThat(sentences.apply(Locale.CANADA_FRENCH)).isEqualTo("in fr");
        assertThat(sentences.apply(Locale.JAPAN)).isEqualTo("in ja");
        assertThatThrownBy(() -> sentences.apply(Locale.ITALIAN)).isInstanceOf(IllegalArgumentException.class);
    }
}
