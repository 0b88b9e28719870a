package io.amends.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One notion of what can be stored, for every door. */
class StorableTest {
    @DisplayName("NUL and half a character are no text; everything else is, whole pairs and controls too")
    @Test
    void texts() {
        assertThat(StorableText.fault("a\u0000b")).contains("NUL").contains("position 1");
        assertThat(StorableText.fault("a\uD83D")).contains("half a character").contains("position 1");
        assertThat(StorableText.fault("\uDE00\uD83D")).contains("position 0");
        assertThat(StorableText.fault("\uD83D\uDE00\u0001\u202E\r\n")).isNull();
        assertThat(StorableText.fault("abc", 3)).isNull();
        assertThat(StorableText.fault("abcd", 3)).contains("at most 3").contains("has 4");
    }

    @DisplayName("H1, H2, H6: a name is one line that looks like what it is")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\nb",
                "a\tb",
                "a\u0085b",
                "a\u2028b",
                "a\u202Eb",
                "a\u2066b",
                "a\u200Bb",
                "a\uFEFFb",
                "a\u0000b"
            })
    void names(String name) {
        assertThat(StorableText.nameFault(name, 100)).startsWith("must not contain");
        assertThat(StorableText.nameFault(name.replaceAll("[^ab]", " "), 100)).isNull();
        assertThat(StorableText.nameFault("a\u200Cb \u00E9 \uD83D\uDE00", 100)).isNull();
        assertThat(StorableText.nameFault("abcd", 3)).contains("at most 3");
    }

    @DisplayName("D1: a text of which nothing can be seen is blank, however many characters it has")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t\r\n",
                "\u00A0",
                "\u200B",
                "\u2060",
                "\u00AD",
                "\uFEFF",
                "\u202E",
                "\u2028",
                "\u3000",
                "\u3164",
                "\u2800",
                "\u034F",
                "\uFE0F",
                "\u0085",
                "\u001B",
                "\uDB40\uDC41",
                " \u200B\u2060 "
            })
    void blank(String text) {
        assertThat(StorableText.blank(text)).isTrue();
        assertThat(StorableText.blank(text + "x")).isFalse();
        assertThat(StorableText.blank("\uD83D\uDE00" + text)).isFalse();
    }

    @DisplayName("rules and the directory are refused where they hold NUL or half a character, each with its pointer")
    @Test
    void strict() throws IOException {
        StorableJson checked = StorableJson.strict(
                Json.MAPPER.readTree("{\"a\":[\"x\",\"\\u0000\"],\"b/\\ud800\":{\"c\":\"\\udc00\"}}"));

        assertThat(checked.ok()).isFalse();
        assertThat(checked.errors()).extracting(Reason::pointer).containsExactly("/a/1", "/b~1\uFFFD", "/b~1\uFFFD/c");
    }

    @DisplayName("A5: in a customer's words NUL becomes the character for what cannot be shown")
    @Test
    void mended() throws IOException {
        StorableJson checked = StorableJson.mended(Json.MAPPER.readTree("{\"comment\":\"a\\u0000b\"}"));

        assertThat(checked.ok()).isTrue();
        assertThat(checked.json().path("comment").textValue()).isEqualTo("a\uFFFDb");
    }

    @DisplayName("a number of few characters that is long when written in full is none")
    @ParameterizedTest
    @ValueSource(strings = {"1e2000", "1e40", "-1e2147483647", "1e-2000", "11111111111111111111111111111111111111111"})
    void numbers(String number) throws IOException {
        assertThat(StorableJson.strict(Json.MAPPER.readTree("{\"n\":" + number + "}"))
                        .errors())
                .singleElement()
                .satisfies(reason -> assertThat(reason.pointer()).isEqualTo("/n"));
        assertThat(StorableJson.fault(new BigDecimal(number))).isNotNull();
    }

    @DisplayName("10.0, 1e1 and 10 are one number")
    @Test
    void oneForm() throws IOException {
        assertThat(StorableJson.strict(Json.MAPPER.readTree("[10.0, 1e1, 10, 4.50]"))
                        .json()
                        .toString())
                .isEqualTo("[10,10,10,4.5]");
    }
}
