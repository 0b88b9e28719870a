package io.amends.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.qute.Engine;
import io.quarkus.qute.TemplateException;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PluralSectionTest {
    private static final String ENGLISH = "{#plural n}{#one}1 rule decides{#other}{n} rules decide{/plural}.";
    private static final String POLISH =
            "{#plural n}{#one}{n} plik{#few}{n} pliki{#many}{n} plików{#other}{n} pliku{/plural}";
    private static final String ARABIC =
            "{#plural n}{#zero}zero{#two}two{#few}few{#many}many{#one}one{#other}other{/plural}";

    private final Engine engine = Engine.builder()
            .addDefaults()
            .addSectionHelper(new PluralSection())
            .strictRendering(true)
            .build();

    @Test
    @DisplayName("C11: a message without a language of its own has the plurals of English")
    void english() {
        assertThat(in(null, ENGLISH, 1)).isEqualTo("1 rule decides.");
        assertThat(in(null, ENGLISH, 0)).isEqualTo("0 rules decide.");
        assertThat(in(null, ENGLISH, 2L)).isEqualTo("2 rules decide.");
        assertThat(in(null, ENGLISH, 1.5)).isEqualTo("1.5 rules decide.");
    }

    @Test
    @DisplayName("C11: Polish and Arabic choose between all the forms that they have")
    void manyForms() {
        assertThat(in("pl", POLISH, 1)).isEqualTo("1 plik");
        assertThat(in("pl", POLISH, 3)).isEqualTo("3 pliki");
        assertThat(in("pl", POLISH, 5)).isEqualTo("5 plików");
        assertThat(in("pl", POLISH, 22)).isEqualTo("22 pliki");
        assertThat(in("pl", POLISH, 1.5)).isEqualTo("1.5 pliku");
        assertThat(in("ar", ARABIC, 0)).isEqualTo("zero");
        assertThat(in("ar", ARABIC, 1)).isEqualTo("one");
        assertThat(in("ar", ARABIC, 2)).isEqualTo("two");
        assertThat(in("ar", ARABIC, 103)).isEqualTo("few");
        assertThat(in("ar", ARABIC, 11)).isEqualTo("many");
        assertThat(in("ar", ARABIC, 100)).isEqualTo("other");
    }

    @Test
    @DisplayName("C11: a form that a message leaves out is told by other, as in Japanese, which has only that")
    void other() {
        assertThat(in("ja", ENGLISH, 1)).isEqualTo("1 rules decide.");
        assertThat(in("pl", ENGLISH, 3)).isEqualTo("3 rules decide.");
    }

    @Test
    @DisplayName("C11: a language is known by its tag and as a Locale, with a country and without")
    void locales() {
        assertThat(engine.parse(ENGLISH)
                        .instance()
                        .setLocale(Locale.JAPAN)
                        .data("n", 1)
                        .render())
                .isEqualTo("1 rules decide.");
        assertThat(in("en-XA", ENGLISH, 1)).isEqualTo("1 rule decides.");
    }

    @Test
    @DisplayName("C11: a block of plural may hold sections and expressions")
    void nested() {
        String message = "{#plural n}{#one}{#if far}far{#else}near{/if}{#other}{#for x in n}{x}{/for}{/plural}";
        assertThat(engine.parse(message).data("n", 1, "far", false).render()).isEqualTo("near");
        assertThat(engine.parse(message).data("n", 3, "far", false).render()).isEqualTo("123");
    }

    @Test
    @DisplayName("C11: a plural without other, with a block twice, with text outside or an unknown block is no message")
    void mistakes() {
        assertRefused("{#plural n}{#one}1 rule{/plural}", "must have a block {#other}");
        assertRefused("{#plural n}{#other}a{#other}b{/plural}", "has the block {#other} twice");
        assertRefused("{#plural n}There is {#one}1{#other}{n}{/plural}", "stands in one of its blocks");
        assertRefused("{#plural n}{#some}a{#other}b{/plural}", "some");
        assertRefused("{#plural}{#other}b{/plural}", "param");
    }

    @Test
    @DisplayName("C11: what is no number has no plural")
    void noNumber() {
        assertThatThrownBy(() -> in(null, ENGLISH, "1"))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("asked for no number: 1");
    }

    private void assertRefused(String message, String why) {
        assertThatThrownBy(() -> engine.parse(message))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining(why);
    }

    private String in(String language, String message, Object n) {
        var instance = engine.parse(message).data("n", n);
        return (language == null ? instance : instance.setLocale(language)).render();
    }
}
