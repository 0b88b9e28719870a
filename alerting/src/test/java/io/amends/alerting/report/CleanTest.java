package io.amends.alerting.report;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CleanTest {

    @Test
    @DisplayName("H6: control characters, direction overrides and half characters do not get through")
    void harmless() {
        assertThat(Clean.line("a\u0000b\r\nBcc: x\u202Egnp.exe\uD800")).isEqualTo("a b Bcc: xgnp.exe");
        assertThat(Clean.lines("one\r\n\r\n\r\n\r\ntwo\tthree", 100)).isEqualTo("one\n\ntwo three");
        assertThat(Clean.line(null)).isEmpty();
    }

    @Test
    @DisplayName("C5: a long comment is cut between characters, never within one")
    void cut() {
        assertThat(Clean.lines("😡😡😡", 2)).isEqualTo("😡😡 …");
    }

    @Property
    void h6_aLineHasNoControlCharacterWhateverComesIn(@ForAll String text) {
        assertThat(Clean.line(text)).doesNotContainPattern("[\\p{Cntrl}\\u2028\\u2029]");
    }
}
