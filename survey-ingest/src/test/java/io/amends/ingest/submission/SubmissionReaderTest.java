package io.amends.ingest.submission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.amends.contracts.Answer;
import io.amends.contracts.Reason;
import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionReaderTest {
    private static final SubmissionReader READER = new SubmissionReader();

    @Test
    @DisplayName(
            "A2: key order, white space and the way a number or an instant is written do not change the body's hash")
    void canonical() throws Malformed {
        String one = "{\"portal\":\"acme\",\"responseId\":\"r1\",\"measures\":{\"csat\":1,\"nps\":10},"
                + "\"submittedAt\":\"2026-11-20T08:00:00Z\",\"contactChoice\":\"NOT_ASKED\"}";
        String same = "{ \"submittedAt\" : \"2026-11-20T09:00:00+01:00\", \"measures\":{\"nps\":1.0e1,\"csat\":1.0},\n"
                + "\"responseId\":\"r1\",\"portal\":\"acme\",\"somethingNew\":1}";

        assertThat(read(same)).isEqualTo(read(one));
        assertThat(read(one.replace("1,", "2,")).bodyHash())
                .isNotEqualTo(read(one).bodyHash());
    }

    @Test
    @DisplayName("A6: a correction of what a response does not have is refused with its name; null takes a field away")
    void corrections() throws Malformed {
        Malformed malformed = catchThrowableOfType(
                Malformed.class,
                () -> SubmissionReader.fields("{\"suportGroup\":\"G1\",\"comment\":\"x\"}".getBytes(UTF_8)));

        assertThat(malformed.reasons()).extracting(Reason::pointer).containsExactly("/suportGroup");
        assertThat(SubmissionReader.fields("{\"supportGroup\":\"G1\",\"segment\":null}".getBytes(UTF_8))
                        .json())
                .hasSize(2);
    }

    @Test
    @DisplayName("A5: every error is told with its pointer")
    void allErrors() {
        Malformed malformed = catchThrowableOfType(
                Malformed.class,
                () -> read("{\"portal\":\"a b\",\"responseId\":\"\",\"measures\":{\"csat\":\"one\"},"
                        + "\"submittedAt\":\"yesterday\",\"contactChoice\":\"MAYBE\"}"));

        assertThat(malformed.reasons())
                .extracting(Reason::pointer)
                .contains("/portal", "/responseId", "/measures/csat", "/submittedAt", "/contactChoice");
    }

    @ParameterizedTest
    @DisplayName("A5: malformed is refused cleanly")
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "not json",
                "{\"portal\":\"acme\"",
                "{\"portal\":\"acme\",\"portal\":\"acme\"}",
                "{}"
            })
    void malformed(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @DisplayName("A5: numbers nobody can mean are refused")
    @ValueSource(
            strings = {"1e999999", "1e-999999", "1e99999999999", "12345678901234567890123456789012345678901234567890"})
    void hugeNumbers(String number) {
        assertThatThrownBy(() -> read(valid("\"x\"").replace("\"csat\":1", "\"csat\":" + number)))
                .isInstanceOf(Malformed.class);
    }

    @Test
    @DisplayName("A5: deep nesting is refused, also in fields that are ignored")
    void deep() {
        String nested = "[".repeat(5_000) + "]".repeat(5_000);

        assertThatThrownBy(() -> read(valid("\"x\",\"extra\":" + nested))).isInstanceOf(Malformed.class);
    }

    @Test
    @DisplayName("A5: half a surrogate pair is no text, a whole one is")
    void surrogates() throws Malformed {
        assertThatThrownBy(() -> read(valid("\"\\ud83d\""))).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> read(valid("\"x\",\"\\ude00\":1"))).isInstanceOf(Malformed.class);
        assertThat(read(valid("\"\\ud83d\\ude00\"")).response().comment()).isEqualTo("😀");
    }

    @Test
    @DisplayName(
            "A5: markup and control characters are taken as they are; only NUL, which no database text holds, is not")
    void hostileText() throws Malformed {
        String comment = read(valid("\"<script>\\u0001\\u0000\\u202e\\r\\n</script>\""))
                .response()
                .comment();

        assertThat(comment).isEqualTo("<script>\u0001\uFFFD\u202e\r\n</script>");
    }

    @Test
    @DisplayName("A5: an event over 256 KiB is refused")
    void tooLarge() {
        String body = valid("\"x\",\"extra\":\"" + "a".repeat(SubmissionReader.MAX_BYTES) + "\"");

        assertThatThrownBy(() -> read(body)).isInstanceOf(Malformed.class).hasMessageContaining("262144");
    }

    @Test
    @DisplayName("H3: by a portal's own way a body may name that portal or none, and none counts as that one")
    void portalsOwnWay() throws Malformed {
        String named = valid("\"x\"");

        assertThat(READER.read(named.getBytes(UTF_8), "acme")).isEqualTo(read(named));
        for (String none : new String[] {"", "\"portal\":null,", "\"portal\":\"\","}) {
            assertThat(READER.read(named.replace("\"portal\":\"acme\",", none).getBytes(UTF_8), "acme"))
                    .isEqualTo(read(named));
        }
        assertThatThrownBy(() -> READER.read(named.getBytes(UTF_8), "beta"))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("acme")
                .hasMessageContaining("beta");
        assertThatThrownBy(() -> READER.read(named.replace("\"acme\"", "7").getBytes(UTF_8), "acme"))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("/portal");
    }

    @Test
    @DisplayName("scores keep their value exactly")
    void exact() throws Malformed {
        assertThat(read(valid("\"x\"").replace("\"csat\":1", "\"csat\":4.30"))
                        .response()
                        .measures())
                .containsEntry("csat", new Answer.Score(new BigDecimal("4.3")));
    }

    static String valid(String comment) {
        return "{\"portal\":\"acme\",\"responseId\":\"r1\",\"measures\":{\"csat\":1},"
                + "\"submittedAt\":\"2026-11-20T08:00:00Z\",\"comment\":" + comment + "}";
    }

    private static Submission read(String body) throws Malformed {
        return READER.read(body.getBytes(UTF_8));
    }
}
