package io.amends.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How events are read: what was published once is read, and a moment is what RFC 3339 says. */
class LenientReadingTest {
    record Moment(Instant at) {}

    record Texts(String text, List<String> list, Map<String, Object> map) {}

    @DisplayName("a text that was published with NUL or half a character is read with U+FFFD in its place, names too")
    @Test
    void published() throws IOException {
        Texts read =
                read("{\"text\":\"a\\u0000\",\"list\":[\"\\ud83d\"],\"map\":{\"k\\u0000\":\"\\udc00v\"}}", Texts.class);

        assertThat(read).isEqualTo(new Texts("a\uFFFD", List.of("\uFFFD"), Map.of("k\uFFFD", "\uFFFDv")));
    }

    @DisplayName("every way in which RFC 3339 writes a moment is read")
    @ParameterizedTest
    @CsvSource({
        "2026-11-20T08:00:00Z, 2026-11-20T08:00:00Z",
        "2026-11-20t08:00:00z, 2026-11-20T08:00:00Z",
        "2026-11-20T08:00:00-00:00, 2026-11-20T08:00:00Z",
        "2026-11-20T08:00:00+00:00, 2026-11-20T08:00:00Z",
        "2026-11-20T08:00:00+05:45, 2026-11-20T02:15:00Z",
        "2026-11-20T08:00:00-23:59, 2026-11-21T07:59:00Z",
        "2026-11-20T08:00:00.5Z, 2026-11-20T08:00:00.500Z",
        "2026-11-20T08:00:00.123456789999Z, 2026-11-20T08:00:00.123456789Z",
        "2016-12-31T23:59:60Z, 2017-01-01T00:00:00Z",
        "2017-01-01T01:59:60+02:00, 2017-01-01T00:00:00Z",
        "0000-01-01T00:00:00Z, 0000-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z, 9999-12-31T23:59:59Z"
    })
    void moments(String written, Instant meant) throws IOException {
        assertThat(read("{\"at\":\"" + written + "\"}", Moment.class).at()).isEqualTo(meant);
    }

    @DisplayName("what is no moment is refused: numbers, years of five digits, days without a time, words")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "1763625300",
                "1.5",
                "true",
                "[2026,11,20]",
                "\"\"",
                "\"now\"",
                "\"2026-11-20\"",
                "\"2026-11-20T08:00Z\"",
                "\"2026-11-20T08:00:00\"",
                "\"2026-11-20 08:00:00Z\"",
                "\"2026-11-20T08:00:00.Z\"",
                "\"2026-11-20T08:00:00+0100\"",
                "\"2026-11-20T08:00:00+01:00 \"",
                "\"2026-11-20T08:00:61Z\"",
                "\"2026-11-20T08:30:60Z\"",
                "\"2026-02-30T08:00:00Z\"",
                "\"-999999999-01-01T00:00:00Z\"",
                "\"+10000-01-01T00:00:00Z\"",
                "\"10000-01-01T00:00:00Z\"",
                "\"9999-12-31T23:59:59-01:00\"",
                "\"0000-01-01T00:00:00+01:00\"",
                "\"２０２６-11-20T08:00:00Z\"",
                "\"2026-11-20T08:00:00Zz\""
            })
    void noMoment(String json) {
        assertThatThrownBy(() -> read("{\"at\":" + json + "}", Moment.class))
                .isInstanceOfSatisfying(JacksonException.class, e -> assertThat(JsonFault.of(e))
                        .satisfies(reason -> assertThat(reason.pointer()).isEqualTo("/at"))
                        .satisfies(reason -> assertThat(reason.reason()).startsWith(Rfc3339.WANTED)));
    }

    @DisplayName("blanks around an id are removed, of whatever script; within it they stay, and a flag stays whole")
    @Test
    void trimmed() {
        assertThat(IdText.trimmed(" \t\u00A0\u3000\u2028\u200B\uFEFF\u0001T 1\r\n\u2007"))
                .isEqualTo("T 1");
        assertThat(IdText.orNull(" \u00A0\u200B ")).isNull();
        assertThat(IdText.orNull(null)).isNull();
        assertThat(IdText.trimmed("\u0000a")).isEqualTo("\u0000a");
        String england = "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F";
        assertThat(IdText.trimmed(england)).isEqualTo(england);
        assertThat(IdText.trimmed("\u0601r")).isEqualTo("\u0601r"); // a sign that is seen
    }

    private static <T> T read(String json, Class<T> type) throws IOException {
        return Json.read(json.getBytes(UTF_8), type);
    }
}
