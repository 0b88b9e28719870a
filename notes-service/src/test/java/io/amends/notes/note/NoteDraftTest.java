package io.amends.notes.note;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Reason;
import io.amends.contracts.api.NewNote;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NoteDraftTest {
    private static final Instant NOW = Instant.parse("2026-11-17T10:00:00Z");

    @Test
    @DisplayName("D1: blank text is no note")
    void blank() {
        assertThat(draft("Alex", " \n\t", null).empty()).isTrue();
        assertThat(draft("Alex", "\u200B\u2060", null).empty()).isTrue();
        assertThat(draft("Alex", null, null).empty()).isTrue();
        assertThat(draft("Alex", "Left a voicemail.", null).empty()).isFalse();
    }

    @Test
    @DisplayName("D1: the author is mandatory and short, the text is bounded, the future is not written")
    void faults() {
        for (String nobody : new String[] {" ", "\u200B", "\u00AD\u2060"}) {
            assertThat(draft(nobody, "x", null).faults(NOW))
                    .extracting(Reason::pointer)
                    .containsExactly("/author");
        }
        assertThat(draft("a".repeat(201), "x".repeat(20_001), NOW.plusSeconds(1))
                        .faults(NOW))
                .extracting(Reason::pointer)
                .containsExactly("/author", "/text", "/at");
        assertThat(draft("a".repeat(200), "x".repeat(20_000), NOW).faults(NOW)).isEmpty();
    }

    @Test
    @DisplayName("A5: what PostgreSQL cannot store is replaced, everything else stays as typed")
    void storable() {
        NoteContent content =
                draft("Zoë", "a\0b \ud83d\ude00 \ud83d <script>", null).content("s", "zoe");

        assertThat(content.text()).isEqualTo("a\ufffdb \ud83d\ude00 ? <script>");
        assertThat(content.author()).isEqualTo("Zoë");
    }

    private static NoteDraft draft(String author, String text, Instant at) {
        return new NoteDraft(new NewNote(author, true, text, null, at));
    }
}
