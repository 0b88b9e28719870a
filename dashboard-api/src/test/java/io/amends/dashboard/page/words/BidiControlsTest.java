package io.amends.dashboard.page.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BidiControlsTest {

    @Test
    @DisplayName("H6: what turns the direction of text around stands as its number")
    void shown() {
        String all = "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

        assertThat(BidiControls.shown("<p>" + all + "</p>"))
                .isEqualTo("<p>‹U+202A›‹U+202B›‹U+202C›‹U+202D›‹U+202E›‹U+2066›‹U+2067›‹U+2068›‹U+2069›</p>");
    }

    @Test
    @DisplayName("H6: languages written from the right stay as they are, with their marks")
    void rightToLeft() {
        String page = "<p dir=\"auto\">شكرا\u200F (2) \u061Cתודה\u200E!</p>";

        assertThat(BidiControls.shown(page)).isEqualTo(page);
    }

    @Test
    @DisplayName("H6: what a form sends back is what was typed")
    void fields() {
        String fields = "<input value=\"a\u202Eb\"><textarea>c\n$1\u202Ed</textarea><option value=\"\u2066\">";

        assertThat(BidiControls.shown(fields + "\u202E")).isEqualTo(fields + "‹U+202E›");
    }
}
