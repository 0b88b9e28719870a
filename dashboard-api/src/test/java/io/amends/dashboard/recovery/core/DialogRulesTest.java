package io.amends.dashboard.recovery.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.NoteView;
import io.amends.dashboard.recovery.core.Position.Step;
import java.time.Duration;
import java.time.Instant;
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
                "'\u200B', '\u2060', true, Alex, Alex",
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

    @ParameterizedTest(name = "D1: author {0}, spoke {1} and text {2}: {3}")
    @CsvSource({
        "Robin, true, Called., SAVE",
        "' ', true, Called., AUTHOR_MISSING",
        "Robin, false, ' ', NOTHING_TO_SAVE",
        "' ', false, ' ', NOTHING_TO_SAVE",
        "Robin, true, ' ', TEXT_MISSING",
        "'\u200B', false, Called., AUTHOR_MISSING",
        "Robin, false, '\u200B\u2060', NOTHING_TO_SAVE",
        ", false, , NOTHING_TO_SAVE"
    })
    void written(String author, boolean spoke, String text, WrittenNote.NoteVerdict verdict) {
        assertThat(WrittenNote.of(author, spoke, text).verdict()).isEqualTo(verdict);
    }

    @Test
    @DisplayName("D3: exactly two of group, date and ticket open the dialog")
    void two() {
        assertThat(new Opening.ByTwo("acme", "G", "2026-11-20", null).complete())
                .isTrue();
        assertThat(new Opening.ByTwo("acme", "G", "", " ").complete()).isFalse();
        assertThat(new Opening.ByTwo("acme", "G", "2026-11-20", "T").complete()).isFalse();
    }

    @Test
    @DisplayName("D4: what is written is for exactly the response that it names, or for none")
    void exactly() {
        List<String> three = List.of("a", "b", "c");
        assertThat(Position.exactly("b", three).orElseThrow().number()).isEqualTo(2);
        assertThat(Position.exactly("gone", three)).isEmpty();
        assertThat(Position.exactly("", three)).isEmpty();
        assertThat(Position.exactly(null, three)).isEmpty();
        assertThat(Position.exactly("a", List.of())).isEmpty();
    }

    @Test
    @DisplayName("D1: a form sent twice is one note; changed after going back, or for another response, it is another")
    void keys() {
        WrittenNote note = WrittenNote.of("Robin", false, "Called.");
        assertThat(note.key("k", "r"))
                .isEqualTo(WrittenNote.of("Robin", false, "Called.").key("k", "r"));
        assertThat(note.key("k", "r"))
                .isNotEqualTo(WrittenNote.of("Robin", false, "Called twice.").key("k", "r"));
        assertThat(note.key("k", "r"))
                .isNotEqualTo(WrittenNote.of("Robin", true, "Called.").key("k", "r"));
        assertThat(note.key("k", "r")).isNotEqualTo(note.key("k", "other"));
        assertThat(note.key("k", "r")).isNotEqualTo(note.key("other", "r"));
    }

    @ParameterizedTest(name = "D1: saved {0} minutes before as {1}, the form shown after {2}: a repetition is {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "1, user:robin, -, true",
                "29, user:robin, -, true",
                "31, user:robin, -, false",
                "1, user:alex, -, false",
                "1, user:robin, n-1, false",
                "1, user:robin, an older note, true",
            })
    void repetition(int minutes, String identity, String after, boolean repeated) {
        Instant now = Instant.parse("2026-11-20T10:00:00Z");
        NoteView saved = new NoteView(
                "n-1",
                "r",
                "Robin",
                false,
                "Called.",
                now.minus(Duration.ofMinutes(minutes)),
                identity,
                null,
                "k",
                null,
                "h");
        WrittenNote again = WrittenNote.of("Robin", false, "Called.");
        assertThat(Repetition.of(again, "user:robin", after, List.of(saved), now)
                        .isPresent())
                .isEqualTo(repeated);
        assertThat(Repetition.of(WrittenNote.of("Robin", false, "Wrote."), "user:robin", null, List.of(saved), now))
                .isEmpty();
    }
}
