package io.amends.contracts;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A person who runs a CRM understands every reason. */
class JsonFaultTest {
    private static final Pattern JARGON = Pattern.compile(
            "com\\.|java\\.|io\\.amends|jackson|deserializ|token|start_object|unknown found|expected\\)|`|class |ctrl-char",
            Pattern.CASE_INSENSITIVE);

    @DisplayName("what is no JSON is told with its place, and what to look for there")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~', // the apostrophes are what is tested
            value = {
                "{\"portal\":\"a\" \"b\":1}| a comma or a closing bracket is missing",
                "{\"portal\" \"a\"}| a colon is missing",
                "{\"portal\":\"a\",}| a name in double quotes",
                "{'portal':1}| a name in double quotes",
                "{\"portal\":| ends too early",
                "{\"portal\":\"a| ends too early",
                "{\"portal\":acme}| 'acme' is no value",
                "{\"portal\":}| a value is expected",
                "{\"portal\":\"a\\q\"}| a backslash",
                "{\"portal\":\"a\\u12g4\"}| a backslash",
                "{\"portal\":007}| a number",
                "{\"portal\":NaN}| a number",
                "{\"portal\":1.}| a number",
                "{\"portal\":\"a\",\"portal\":\"b\"}| the field 'portal' is there twice",
                "{\"x\":[1}}| a comma or a closing bracket is missing"
            })
    void syntax(String json, String said) {
        assertThat(phrase(json.getBytes(UTF_8)))
                .startsWith("is not JSON in line 1, column ")
                .contains(said)
                .doesNotContainPattern(JARGON);
    }

    static Stream<byte[]> odd() {
        return Stream.of(
                "{\"portal\":\"a\nb\"}".getBytes(UTF_8),
                "\u0000".getBytes(UTF_8),
                "{\"portal\":\"\u00fc\"}".getBytes(ISO_8859_1),
                new byte[] {(byte) 0xff, (byte) 0xfe, 0, 0, 1, 2, 3, 4},
                "[".repeat(5_000).getBytes(UTF_8),
                ("{\"x\":" + "1".repeat(5_000) + "}").getBytes(UTF_8),
                "{\"x\":1e9999999999}".getBytes(UTF_8),
                "".getBytes(UTF_8),
                "null null".getBytes(UTF_8),
                "{} {}".getBytes(UTF_8),
                "[]".getBytes(UTF_8),
                "\"x\"".getBytes(UTF_8),
                "5".getBytes(UTF_8));
    }

    @DisplayName("whatever else comes, no reason speaks of the program's parts")
    @ParameterizedTest
    @MethodSource
    void odd(byte[] json) {
        IOException fault = catchThrowableOfType(IOException.class, () -> Json.read(json, CloseCase.class));
        if (fault != null) {
            assertThat(JsonFault.phrase(fault)).isNotBlank().doesNotContainPattern(JARGON);
        }
    }

    @DisplayName("what does not fit is told with its pointer and what fits")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"portal\":{}}| /portal: must be a text",
                "{\"portal\":7.10}| /portal: must be a text",
                "{\"portal\":true}| /portal: must be a text",
                "{\"outcome\":1}| /outcome: must be one of RESOLVED",
                "{\"outcome\":\"1\"}| /outcome: must be one of RESOLVED",
                "{\"outcome\":\"DONE\"}| /outcome: must be one of RESOLVED, RESOLVED_BY_CUSTOMER",
                "{\"outcome\":7}| /outcome: must be one of RESOLVED",
                "{\"sendFollowUp\":\"yes\"}| /sendFollowUp: must be true or false",
                "{\"sendFollowUp\":[]}| /sendFollowUp: must be true or false",
                "[]| must be an object"
            })
    void shape(String json, String said) {
        assertThat(phrase(json.getBytes(UTF_8))).startsWith(said).doesNotContainPattern(JARGON);
    }

    @DisplayName("what a type of ours refuses is told in its words")
    @Test
    void own() {
        IOException fault = catchThrowableOfType(
                IOException.class,
                () -> Json.read("{\"measures\":{\"csat\":\"one\"}}".getBytes(UTF_8), SurveyResponse.class));

        assertThat(JsonFault.of(fault)).isEqualTo(new Reason("/measures/csat", "an answer is a number, true or false"));
    }

    private static String phrase(byte[] json) {
        return JsonFault.phrase(catchThrowableOfType(IOException.class, () -> Json.read(json, CloseCase.class)));
    }
}
