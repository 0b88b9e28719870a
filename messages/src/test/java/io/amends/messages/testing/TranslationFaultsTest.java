package io.amends.messages.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.messages.Languages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranslationFaultsTest {
    private static final String UNDONE = "undone=Der Entwurf ist verworfen.";
    private static final String GERMAN =
            "decides={#plural rules}{#one}1 Regel entscheidet{#other}{rules} Regeln entscheiden{/plural} nach {author}.";

    @TempDir
    Path folder;

    @Test
    @DisplayName(
            "C11: a file that says everything has no fault, and a language may be left out where it is not asked for")
    void whole() throws IOException {
        assertThat(faults("de", GERMAN, UNDONE)).isEmpty();
        assertThat(faults("ja", "decides={author}のルール{rules}件", "undone=下書きを破棄しました。"))
                .isEmpty();
    }

    @Test
    @DisplayName("C11: a language that is asked for and has no file is a fault, and so is a file of nothing")
    void files() throws IOException {
        Files.writeString(folder.resolve("other_de.properties"), UNDONE);
        Files.writeString(folder.resolve("sentences_nl.properties"), UNDONE);
        assertThat(Translations.faults(List.of(Sentences.class), folder, List.of("en", "fr")))
                .containsExactly(
                        "sentences_fr.properties: is not there",
                        "other_de.properties: is of no bundle in a language that is spoken",
                        "sentences_nl.properties: is of no bundle in a language that is spoken");
        assertThat(Translations.faults(List.of(Sentences.class), folder.resolve("none"), Languages.SPOKEN))
                .hasSize(Languages.SPOKEN.size() - 1);
    }

    @Test
    @DisplayName("C11: a missing message is found, an empty one, and one that is of no sentence any more")
    void keys() throws IOException {
        assertThat(faults("de", GERMAN)).containsExactly("undone is missing: The draft is discarded.");
        assertThat(faults("de", GERMAN, "undone=")).containsExactly("undone is missing: The draft is discarded.");
        assertThat(faults("de", GERMAN, UNDONE, "redone=Wieder da."))
                .containsExactly("redone is no message of the bundle");
    }

    @Test
    @DisplayName("C11: a gap that is lacking or unknown is found, and what is no message at all")
    void gaps() throws IOException {
        assertThat(faults("de", GERMAN.replace(" nach {author}", ""), UNDONE))
                .containsExactly("decides has the gaps [rules] and not [author, rules]");
        assertThat(faults("de", GERMAN, "undone=Verworfen von {author}."))
                .containsExactly("undone has the gaps [author] and not []");
        assertThat(faults("de", GERMAN, "undone={#if}Verworfen"))
                .singleElement()
                .asString()
                .startsWith("undone is no message: ");
    }

    @Test
    @DisplayName(
            "C11: each language has the plurals that it needs and no other; a number in words is for one number alone")
    void plurals() throws IOException {
        assertThat(faults("de", "decides={rules} Regeln nach {author}.", UNDONE))
                .containsExactly("decides has no plural of [rules]");
        assertThat(faults("fr", GERMAN, UNDONE))
                .containsExactly("decides has the plural forms [one, other] and not [many, one, other]");
        assertThat(faults("ja", GERMAN, UNDONE))
                .containsExactly("decides has the plural forms [one, other] and not [other]");
        // In French, 0 is one, too.
        assertThat(faults("fr", GERMAN.replace("{#other}", "{#many}{rules} de{#other}"), UNDONE))
                .containsExactly("decides has other gaps in the plural form one, which is for more numbers than one");
        assertThat(faults("es", GERMAN.replace("{#other}", "{#many}{rules} de{#other}"), UNDONE))
                .isEmpty();
    }

    private List<String> faults(String language, String... lines) throws IOException {
        String file = "sentences_" + language + ".properties";
        Files.write(folder.resolve(file), List.of(lines));
        try {
            return Translations.faults(List.of(Sentences.class), folder, List.of()).stream()
                    .map(fault -> fault.replace(file + ": ", ""))
                    .toList();
        } finally {
            Files.delete(folder.resolve(file));
        }
    }
}
