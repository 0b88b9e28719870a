package io.amends.alerting.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LineEndsTest {

    @Test
    @DisplayName("C5: a line ends between words, and within a word only where that is longer than any")
    void words() {
        assertThat(pieces("Third time I had to call. " + "Waiting ".repeat(20)))
                .startsWith("Third ", "time ", "I ", "had ", "to ", "call. ", "Waiting ")
                .hasSize(26);
        assertThat(pieces("call +49-555 " + "x".repeat(58) + " now")).contains("x".repeat(58) + " ", "now");
        assertThat(pieces("a " + "x".repeat(100) + " b"))
                .contains("x".repeat(12))
                .endsWith("b");
    }

    @Test
    @DisplayName("C5: what is drawn as one character stays together, unless it has no end")
    void characters() {
        assertThat(pieces("\uD835\uDC00".repeat(100))).allSatisfy(piece -> assertThat(
                        piece.codePoints().filter(c -> c > 0xFFFF).count())
                .isEqualTo(piece.length() / 2));
        assertThat(pieces("e\u0301".repeat(100))).noneMatch(piece -> piece.startsWith("\u0301"));
        assertThat(pieces("a" + "\u0301".repeat(20_000)))
                .allSatisfy(piece -> assertThat(piece).hasSizeLessThan(70));
    }

    @Property(tries = 500)
    void c5_everyTextComesToItsEndInPiecesOfALine(@ForAll String text) {
        assertThat(pieces(text)).allSatisfy(piece -> assertThat(piece).hasSizeBetween(1, 62));
        assertThat(String.join("", pieces(text))).isEqualTo(text);
    }

    private static List<String> pieces(String text) {
        LineEnds ends = new LineEnds(() -> false);
        ends.setText(text);
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (int to = ends.next(); to != BreakIterator.DONE; to = ends.next()) {
            pieces.add(text.substring(from, to));
            from = to;
        }
        return pieces;
    }
}
