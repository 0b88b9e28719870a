package io.amends.messages.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainMessagesTest {
    @Test
    @DisplayName("C11: an interface of messages is a bundle without Quarkus")
    void bundle() {
        Sentences english = PlainMessages.english(Sentences.class);
        assertThat(english.decides(1, "Ada")).isEqualTo("1 rule decides by Ada.");
        assertThat(english.decides(2, "Ada")).isEqualTo("2 rules decide by Ada.");
        assertThat(english.undone()).isEqualTo("The draft is discarded.");
        assertThat(Set.of(english)).contains(english).doesNotContain(PlainMessages.english(Sentences.class));
        assertThat(english).hasToString("messages of io.amends.messages.testing.Sentences");
    }

    @Test
    @DisplayName("C11: the pseudo language has the same gaps and plurals")
    void pseudo() {
        Sentences pseudo = PlainMessages.pseudo(Sentences.class);
        assertThat(pseudo.decides(1, "Ada")).isEqualTo("[1 ŕúļé ðéçíðéš ƀý Ada.]");
        assertThat(pseudo.decides(2, "Ada")).isEqualTo("[2 ŕúļéš ðéçíðé ƀý Ada.]");
    }

    @Test
    @DisplayName("C11: a method without a text is no message")
    void noText() {
        assertThatThrownBy(() -> PlainMessages.english(Runnable.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("run()");
    }

    @Test
    @DisplayName("C11: the build writes the pseudo language of every bundle among the classes, and of nothing else")
    void files(@TempDir Path target) throws Exception {
        Path classes = Path.of(Sentences.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        PseudoFiles.write(classes, target, Sentences.class.getClassLoader());
        try (var files = Files.list(target.resolve("messages"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("sentences_en_XA.properties");
        }
        assertThat(Files.readAllLines(target.resolve("messages").resolve("sentences_en_XA.properties")))
                .containsExactly(
                        "decides=[{#plural rules}{#one}1 ŕúļé ðéçíðéš{#other}{rules} ŕúļéš ðéçíðé{/plural} ƀý {author}.]",
                        "undone=[Ţĥé ðŕáƒţ íš ðíšçáŕðéð.]");
    }
}
