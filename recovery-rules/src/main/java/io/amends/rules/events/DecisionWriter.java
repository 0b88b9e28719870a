package io.amends.rules.events;

import com.ethlo.time.ITU;
import com.fasterxml.jackson.core.JsonGenerator;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.RecoveryDecided.Explanation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes decisions with the response's bytes as they came: what the recorder says about a response arrives downstream
 * unchanged, fields that this version does not know included. The bytes have been read as a response just before, token
 * by token, so that they are one.
 */
public final class DecisionWriter {
    /** Of all but the response; only how often the buffer grows depends on it. */
    private static final int USUAL_BYTES = 1_200;

    private DecisionWriter() {}

    /**
     * The data of {@code amends.recovery.decided}.
     *
     * @param decision what was decided about the event; its own response is not written
     */
    public static byte[] write(RecoveryDecided decision, RecordedEvent event) {
        int length = event.to() - event.from();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES + length);
        try (JsonGenerator json = JsonText.FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            identity(json, decision);
            outcome(json, decision);
            origin(json, decision);
            json.writeFieldName("response");
            json.writeRawValue(""); // the colon; the value goes past the generator
            json.flush();
            bytes.write(event.data(), event.from(), length);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private static void identity(JsonGenerator json, RecoveryDecided decision) throws IOException {
        json.writeStringField("decisionId", decision.decisionId());
        json.writeStringField("portal", decision.portal());
        json.writeStringField("responseId", decision.responseId());
        json.writeNumberField("responseVersion", decision.responseVersion());
        json.writeStringField("ticketId", decision.ticketId());
        json.writeStringField("supportGroup", decision.supportGroup());
    }

    private static void outcome(JsonGenerator json, RecoveryDecided decision) throws IOException {
        json.writeStringField("kind", decision.kind().name());
        json.writeStringField("contact", decision.contact().name());
        number(json, "priority", decision.priority());
        json.writeStringField("alert", decision.alert().name());
        texts(json, "tags", decision.tags());
        json.writeBooleanField("followUp", decision.followUp());
        json.writeNumberField("ruleSetVersion", decision.ruleSetVersion());
        json.writeStringField("policyVersion", decision.policyVersion());
        texts(json, "matchedRules", decision.matchedRules());
        json.writeObjectFieldStart("explanation");
        explanation(json, decision.explanation());
        json.writeEndObject();
    }

    private static void explanation(JsonGenerator json, Explanation explanation) throws IOException {
        json.writeStringField("summary", explanation.summary());
        number(json, "overall", explanation.overall());
        json.writeNumberField("threshold", explanation.threshold());
        json.writeStringField("contactChoice", explanation.contactChoice().name());
    }

    private static void origin(JsonGenerator json, RecoveryDecided decision) throws IOException {
        json.writeStringField("supersededBy", decision.supersededBy());
        json.writeStringField("replaces", decision.replaces());
        json.writeStringField("previousGroup", decision.previousGroup());
        json.writeBooleanField("repaired", decision.repaired());
        json.writeBooleanField("history", decision.history());
        json.writeStringField("decidedAt", time(decision.decidedAt()));
        json.writeStringField("recordedAt", time(decision.recordedAt()));
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private static void number(JsonGenerator json, String name, @Nullable Integer number) throws IOException {
        if (number == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, number);
        }
    }

    private static void number(JsonGenerator json, String name, @Nullable BigDecimal number) throws IOException {
        if (number == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, number);
        }
    }

    /** RFC 3339 in UTC with as many digits as it takes, in groups of three. */
    private static String time(Instant time) {
        OffsetDateTime utc = time.atOffset(ZoneOffset.UTC);
        int nanos = utc.getNano();
        int digits = nanos == 0 ? 0 : nanos % 1_000_000 == 0 ? 3 : nanos % 1_000 == 0 ? 6 : 9;
        return ITU.formatUtc(utc, digits);
    }
}
