package io.amends.dashboard.recovery.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.dashboard.recovery.dialog.Position.Step;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialogRulesTest {

    @ParameterizedTest(name = "D2: signed in {0}, recipient {1}, whole report {2}, lead {3}: {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                "Robin, Sam, true, Alex, Robin",
                "-, Sam, true, Alex, Sam",
                "-, Sam, false, Alex, Alex",
                "-, -, true, Alex, Alex",
                "' ', ' ', true, Alex, Alex",
                "-, Sam, false, -, ''"
            })
    void author(String signedIn, String recipient, boolean whole, String lead, String expected) {
        assertThat(AuthorDefault.of(signedIn, recipient, whole, lead)).isEqualTo(expected);
    }

    @Test
    @DisplayName("D1: only the buttons that make sense are active, and each leads where it says")
    void position() {
        List<String> three = List.of("a", "b", "c");
        Position first = Position.at(null, three);
        assertThat(first.previous()).isNull();
        assertThat(first.after(Step.NEXT)).isEqualTo("b");
        Position middle = Position.at("b", three);
        assertThat(middle.number()).isEqualTo(2);
        assertThat(List.of(middle.after(Step.PREVIOUS), middle.after(Step.SAVE), middle.after(Step.NEXT)))
                .containsExactly("a", "b", "c");
        assertThat(Position.at("c", three).next()).isNull();
        assertThat(Position.at("gone", three)).isEqualTo(first);
        Position only = Position.at("x", List.of("x"));
        assertThat(only.previous()).isNull();
        assertThat(only.next()).isNull();
        assertThat(Step.of("whatever")).isEqualTo(Step.SAVE);
    }

    @ParameterizedTest(name = "D1: author {0} and text {1}: {2}")
    @CsvSource({
        "Robin, Called., SAVE",
        "' ', Called., AUTHOR_MISSING",
        "Robin, ' ', NOTHING_TO_SAVE",
        "' ', ' ', NOTHING_TO_SAVE",
        ", , NOTHING_TO_SAVE"
    })
    void written(String author, String text, WrittenNote.Verdict verdict) {
        assertThat(WrittenNote.of(author, true, text).verdict()).isEqualTo(verdict);
    }

    @Test
    @DisplayName("D3: exactly two of group, date and ticket open the dialog")
    void two() {
        assertThat(new Opening.ByTwo("acme", "G", "2026-11-20", null).complete())
                .isTrue();
        assertThat(new Opening.ByTwo("acme", "G", "", " ").complete()).isFalse();
        assertThat(new Opening.ByTwo("acme", "G", "2026-11-20", "T").complete()).isFalse();
    }
}
