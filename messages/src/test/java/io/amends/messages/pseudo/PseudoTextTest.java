package io.amends.messages.pseudo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PseudoTextTest {
    @Test
    @DisplayName("C11: every letter that a person reads gets an accent, and nothing else does")
    void accents() {
        assertThat(PseudoText.of("No rule decides yet: 100 %.")).isEqualTo("[Ñó ŕúļé ðéçíðéš ýéţ: 100 %.]");
        assertThat(PlainWords.in(PseudoText.of("abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ"), List.of()))
                .isEmpty();
    }

    @Test
    @DisplayName("C11: what the template engine and the browser read stays as it is")
    void code() {
        assertThat(PseudoText.of("{#plural n}{#one}1 rule{#other}{n} rules{/plural} by {author ?: 'the {house}'}"))
                .isEqualTo("[{#plural n}{#one}1 ŕúļé{#other}{n} ŕúļéš{/plural} ƀý {author ?: 'the {house}'}]");
        assertThat(PseudoText.of("Ask <a href=\"/help\">us</a>&nbsp;&amp; them"))
                .isEqualTo("[Ášķ <a href=\"/help\">úš</a>&nbsp;&amp; ţĥéɱ]");
        assertThat(PseudoText.of("a < b, { c }")).isEqualTo("[á < ƀ, { ç }]");
    }

    @Test
    @DisplayName("C11: words without accents are found, except names and values of the data")
    void plainWords() {
        String text = PseudoText.of("rule") + " of Ada Lovelace in Ada, closed";
        assertThat(PlainWords.in(text, List.of())).containsExactly("of", "Ada", "Lovelace", "in", "Ada", "closed");
        assertThat(PlainWords.in(text, List.of("Ada", "Ada Lovelace"))).containsExactly("of", "in", "closed");
    }
}
