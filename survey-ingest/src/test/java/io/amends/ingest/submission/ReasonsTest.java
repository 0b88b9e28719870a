package io.amends.ingest.submission;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Golden;
import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A person who runs a CRM understands every reason for which a survey response is refused, over HTTP and on Kafka. */
class ReasonsTest {
    private static final Pattern JARGON = Pattern.compile(
            "com\\.|java|io\\.amends|jackson|deserializ|token|start_object|found,|expected\\b.*\\bfound|regex|\\^\\[|schema|`|null \\(",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PHRASE = Pattern.compile("[A-Za-z0-9'].{5,}");

    static List<byte[]> malformed() throws IOException {
        List<byte[]> all = new ArrayList<>();
        for (String text : new String[] {
            "",
            " ",
            "null",
            "true",
            "5",
            "\"x\"",
            "[]",
            "[{}]",
            "{}",
            "{",
            "}",
            "{\"portal\"",
            "{\"portal\":",
            "{\"portal\":}",
            "{portal:1}",
            "{'portal':'a'}",
            "{\"portal\":\"a\"},",
            "{\"portal\":\"a\"} {}",
            "{\"portal\":\"a\",}",
            "[1,]",
            "{\"portal\":\"a\" \"b\":1}",
            "{\"portal\":\"a\",\"portal\":\"b\"}",
            "{\"portal\":\"\\x\"}",
            "{\"portal\":\"\\u12\"}",
            "{\"portal\":\"a\nb\"}",
            "{\"portal\":01}",
            "{\"portal\":+1}",
            "{\"portal\":.5}",
            "{\"portal\":1e}",
            "{\"portal\":NaN}",
            "{\"portal\":Infinity}",
            "{\"portal\":undefined}",
            "{\"portal\":TRUE}",
            "// x\n{}",
            "{\"measures\":{\"a\":1e999999999999}}",
            "{\"measures\":{\"a\":" + "1".repeat(2_000) + "}}",
            "[".repeat(2_000),
            "{\"a\":".repeat(2_000),
            "\uFEFF{}",
            "portal=acme",
            "<survey/>"
        }) {
            all.add(text.getBytes(UTF_8));
        }
        all.add("{\"portal\":\"\u00fc\"}".getBytes(ISO_8859_1));
        all.add(new byte[] {0, 0, 0, 0});
        for (String field : new String[] {
            "portal",
            "responseId",
            "ticketId",
            "supportGroup",
            "segment",
            "agent",
            "customer",
            "measures",
            "factors",
            "comment",
            "contactChoice",
            "tags",
            "properties",
            "submittedAt",
            "updatedAt",
            "followUpOf"
        }) {
            for (String value : new String[] {
                "null",
                "5",
                "1.5",
                "true",
                "\"\"",
                "\"a b\"",
                "\"\\u0000\"",
                "\"\\ud800\"",
                "[]",
                "[null]",
                "[[1]]",
                "{}",
                "{\"a\":{}}",
                "{\"id\":5}",
                "{\"a\":\"b\"}",
                "{\"\\udc00\":1}",
                "1e30",
                "1e31",
                "\"" + "x".repeat(20_001) + "\""
            }) {
                all.add(changed(s -> s.set(field, Json.MAPPER.readTree(value))));
            }
        }
        return all;
    }

    @DisplayName("A5: every reason is a phrase with the place it speaks of, and none speaks of the program's parts")
    @ParameterizedTest
    @MethodSource
    void malformed(byte[] body) {
        Malformed refused = catchThrowableOfType(Malformed.class, () -> new SubmissionReader().read(body));
        for (Reason reason : refused == null ? List.<Reason>of() : refused.reasons()) {
            assertThat(reason.pointer()).matches("(/.*)?");
            assertThat(reason.reason()).matches(PHRASE).doesNotContainPattern(JARGON);
        }
    }

    private interface Changing {
        void apply(ObjectNode survey) throws IOException;
    }

    private static byte[] changed(Changing change) throws IOException {
        ObjectNode survey = (ObjectNode) Golden.of("amends.survey.submitted");
        change.apply(survey);
        return survey.toString().getBytes(UTF_8);
    }
}
