package io.amends.alerting.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CleanTest {

    @Test
    @DisplayName("H6: control characters, direction overrides and half characters do not get through")
    void harmless() {
        assertThat(Clean.line("a\u0000b\r\nBcc: x\u202Egnp.exe\uD800")).isEqualTo("a b Bcc: xgnp.exe");
        assertThat(Clean.lines("one\r\n\r\n\r\n\r\ntwo\tthree")).isEqualTo("one\n\ntwo three");
        assertThat(Clean.line(null)).isEmpty();
    }

    @Test
    @DisplayName("C5: a long comment is cut between characters, never within one")
    void cut() {
        assertThat(Clean.start("😡😡😡", 2)).isEqualTo("😡😡");
    }

    @Test
    @DisplayName("C5: a long name is cut and says so, whatever blanks it begins or ends with")
    void names() {
        assertThat(Clean.line("Kim", 3)).isEqualTo("Kim");
        assertThat(Clean.line("Kim  Example", 5)).isEqualTo("Kim E …");
        assertThat(Clean.line(" ".repeat(50) + "Kim" + " ".repeat(5000) + "x", 3))
                .isEqualTo("Kim …");
        assertThat(Clean.line("\u3164".repeat(5000), 3)).isEmpty();
        assertThat(Clean.line(null, 3)).isEmpty();
    }

    @Test
    @DisplayName("C5: every line break of Unicode is one, and in what is one line each is a space")
    void lineBreaks() {
        for (String end : List.of("\n", "\r", "\r\n", "\u000B", "\f", "\u0085", "\u2028", "\u2029")) {
            assertThat(Clean.lines("one" + end + "two")).isEqualTo("one\ntwo");
            assertThat(Clean.line("one" + end + "two")).isEqualTo("one two");
        }
    }

    @Test
    @DisplayName("C5: blanks of any kind are one space, so that no name pushes its end to a line of its own")
    void blanks() {
        assertThat(Clean.line("Kim\u00A0\u2003\u3000\u3164\u2800 \u3164 2. Sam"))
                .isEqualTo("Kim 2. Sam");
        assertThat(Clean.line("\u3164\u00A0")).isEmpty();
    }

    @Property
    void h6_aLineHasNoControlCharacterWhateverComesIn(@ForAll String text) {
        assertThat(Clean.line(text)).doesNotContainPattern("[\\p{Cntrl}\\u2028\\u2029]");
    }
}
