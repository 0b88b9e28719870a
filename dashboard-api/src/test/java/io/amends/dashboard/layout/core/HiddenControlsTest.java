package io.amends.dashboard.layout.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HiddenControlsTest {

    @Test
    @DisplayName("H6: what turns the direction of text around stands as its number")
    void shown() {
        String all = "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

        assertThat(HiddenControls.shown("<p>" + all + "</p>"))
                .isEqualTo("<p>‹U+202A›‹U+202B›‹U+202C›‹U+202D›‹U+202E›‹U+2066›‹U+2067›‹U+2068›‹U+2069›</p>");
    }

    @Test
    @DisplayName("H6: languages written from the right stay as they are, with their marks")
    void rightToLeft() {
        String page = "<p dir=\"auto\">شكرا\u200F (2) \u061Cתודה\u200E!</p>";

        assertThat(HiddenControls.shown(page)).isEqualTo(page);
    }

    @Test
    @DisplayName("H6: a control character stands as its number; line breaks and tabs are none")
    void controls() {
        assertThat(HiddenControls.shown("<p>\u001B[31m\u0007\u0085\u007F\t\r\n</p>"))
                .isEqualTo("<p>‹U+001B›[31m‹U+0007›‹U+0085›‹U+007F›\t\r\n</p>");
    }

    @Test
    @DisplayName("H6: what is read out beside a text, or shown over it, has no hidden character either")
    void readOut() {
        assertThat(HiddenControls.shown("<a title=\"Ac\u202Eme $1\" data-title=\"\u202E\" href=\"\u202E\"\n"
                        + " aria-label=\"\u001Bx\">y</a>"))
                .isEqualTo("<a title=\"Ac‹U+202E›me $1\" data-title=\"\u202E\" href=\"\u202E\"\n"
                        + " aria-label=\"‹U+001B›x\">y</a>");
    }

    @Test
    @DisplayName("H6: what a form sends back is what was typed")
    void fields() {
        String fields = "<input value=\"a\u202Eb\"><textarea>c\n$1\u202Ed</textarea><option value=\"\u2066\">";

        assertThat(HiddenControls.shown(fields + "\u202E")).isEqualTo(fields + "‹U+202E›");
    }
}
