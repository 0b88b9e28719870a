package io.amends.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import io.amends.contracts.SurveyResponse;
import io.amends.contracts.mapping.TargetField;
import io.amends.contracts.mapping.TimeFormat;
import io.amends.ingest.submission.Malformed;
import io.amends.ingest.submission.SubmissionReader;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ResponseDraftTest {
    private final ResponseDraft draft = new ResponseDraft("acme");

    @Test
    @DisplayName(
            "what is set is a response that every door takes: texts, numbers in texts, lists, names with slashes (A1, A10)")
    void whole() throws Malformed, JsonProcessingException {
        set("responseId", "4711");
        set("ticketId", "\"T-1\"");
        set("customerEmail", "\"kim@example.com\"");
        set("agentName", "\"Robin\"");
        set("measures.csat", "\" 2.0 \"");
        set("measures.fcr", "\"FALSE\"");
        set("factors", "[\"Speed\", \"Speed\", null, \"Tone\"]");
        set("factors", "\"Price\"");
        set("contactChoice", "true");
        set("properties.a/b~c", "[1, \"x\"]");
        set("comment", "\"  \"");
        set("submittedAt", "\"2026-11-20T08:00:00+01:00\"");

        SurveyResponse read = new SubmissionReader()
                .read(Json.MAPPER.writeValueAsBytes(draft.json()))
                .response();
        assertThat(draft.reasons()).isEmpty();
        assertThat(read.responseId()).isEqualTo("4711");
        assertThat(read.customer()).isNotNull().satisfies(customer -> assertThat(customer.email())
                .isEqualTo("kim@example.com"));
        assertThat(read.agent()).isNotNull().satisfies(agent -> assertThat(agent.name())
                .isEqualTo("Robin"));
        assertThat(read.score("csat")).isEqualByComparingTo("2");
        assertThat(draft.json().at("/measures/fcr").isBoolean()).isTrue();
        assertThat(read.factors()).containsExactly("Speed", "Tone", "Price");
        assertThat(read.contactChoice()).isEqualTo(ContactChoice.YES);
        assertThat(read.properties()).containsEntry("a/b~c", "1, x");
        assertThat(read.comment()).isNull();
        assertThat(read.submittedAt()).isEqualTo(Instant.parse("2026-11-20T07:00:00Z"));
    }

    @Test
    @DisplayName("what cannot become what its field takes stays out, with a reason at its field (A10)")
    void reasons() throws JsonProcessingException {
        set("measures.csat", "\"very good\"");
        set("measures.nps", "\"3,5\"");
        set("ticketId", "{\"id\": 1}");
        set("submittedAt", "\"yesterday\"");
        set("submittedAt", "1e999999999");
        set("contactChoice", "1");
        set("tags", "[{\"a\": 1}]");
        set("brand", "\"a\"");
        set("brand", "\"b\"");

        assertThat(draft.reasons().stream().map(Reason::pointer))
                .containsExactly(
                        "/measures/csat",
                        "/measures/nps",
                        "/ticketId",
                        "/submittedAt",
                        "/submittedAt",
                        "/contactChoice",
                        "/tags",
                        "/brand");
        assertThat(draft.json().toString()).isEqualTo("{\"portal\":\"acme\",\"measures\":{},\"brand\":\"a\"}");
    }

    @Test
    @DisplayName("a map of values stands for what was sent; what it does not name is an error that names it (A10)")
    void values() throws JsonProcessingException {
        ValueReading reading = new ValueReading(
                Map.of("bad", Json.MAPPER.readTree("1"), "Ja", TextNode.valueOf("YES")), TimeFormat.ISO, '.');
        draft.set(TargetField.measure("csat"), TextNode.valueOf(" bad "), reading);
        draft.set(field("contactChoice"), TextNode.valueOf("Ja"), reading);
        draft.set(TargetField.measure("ces"), TextNode.valueOf("great"), reading);

        assertThat(draft.json().at("/measures/csat").intValue()).isEqualTo(1);
        assertThat(draft.json().at("/contactChoice").textValue()).isEqualTo("YES");
        assertThat(draft.reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.pointer()).isEqualTo("/measures/ces");
            assertThat(reason.reason()).contains("'great'");
        });
    }

    @Test
    @DisplayName("times in another form and numbers with a comma are read where the reading says so (A1)")
    void asTheFileWrites() {
        ValueReading german =
                new ValueReading(Map.of(), TimeFormat.pattern("dd.MM.yyyy HH:mm", ZoneId.of("Europe/Berlin")), ',');
        draft.set(field("submittedAt"), TextNode.valueOf("20.11.2026 09:00"), german);
        draft.set(TargetField.measure("csat"), TextNode.valueOf("3,5"), german);
        draft.set(TargetField.measure("nps"), TextNode.valueOf("3.5"), german);

        assertThat(draft.json().at("/submittedAt").textValue()).isEqualTo("2026-11-20T08:00:00Z");
        assertThat(draft.json().at("/measures/csat").decimalValue()).isEqualByComparingTo("3.5");
        assertThat(draft.reasons()).extracting(Reason::pointer).containsExactly("/measures/nps");
    }

    @Test
    @DisplayName("a default fills only what nothing filled (A10)")
    void defaults() throws JsonProcessingException {
        set("brand", "\"north\"");
        draft.setAbsent(field("brand"), TextNode.valueOf("south"));
        draft.setAbsent(field("channel"), TextNode.valueOf("phone"));

        assertThat(draft.json().at("/brand").textValue()).isEqualTo("north");
        assertThat(draft.json().at("/channel").textValue()).isEqualTo("phone");
        assertThat(draft.reasons()).isEmpty();
    }

    private void set(String field, String json) throws JsonProcessingException {
        JsonNode value = Json.MAPPER.readTree(json);
        draft.set(field(field), value, ValueReading.PLAIN);
    }

    private static TargetField field(String text) {
        return TargetField.of(text).orElseThrow();
    }
}
