package io.amends.rules.events;

import com.ethlo.time.ITU;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.RecoveryDecided.AlsoHears;
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
    /** The size of all but the response; only how often the buffer grows depends on it. */
    private static final int USUAL_BYTES = 1_200;

    // Encoded once.
    private static final SerializableString DECISION_ID = new SerializedString("decisionId");
    private static final SerializableString PORTAL = new SerializedString("portal");
    private static final SerializableString RESPONSE_ID = new SerializedString("responseId");
    private static final SerializableString RESPONSE_VERSION = new SerializedString("responseVersion");
    private static final SerializableString TICKET_ID = new SerializedString("ticketId");
    private static final SerializableString SUPPORT_GROUP = new SerializedString("supportGroup");
    private static final SerializableString KIND = new SerializedString("kind");
    private static final SerializableString CONTACT = new SerializedString("contact");
    private static final SerializableString ALERT = new SerializedString("alert");
    private static final SerializableString FOLLOW_UP = new SerializedString("followUp");
    private static final SerializableString ALSO = new SerializedString("also");
    private static final SerializableString RULE = new SerializedString("rule");
    private static final SerializableString RULE_SET_VERSION = new SerializedString("ruleSetVersion");
    private static final SerializableString POLICY_VERSION = new SerializedString("policyVersion");
    private static final SerializableString SUMMARY = new SerializedString("summary");
    private static final SerializableString THRESHOLD = new SerializedString("threshold");
    private static final SerializableString CONTACT_CHOICE = new SerializedString("contactChoice");
    private static final SerializableString STANDING = new SerializedString("standing");
    private static final SerializableString SUPERSEDED_BY = new SerializedString("supersededBy");
    private static final SerializableString REPLACES = new SerializedString("replaces");
    private static final SerializableString PREVIOUS_GROUP = new SerializedString("previousGroup");
    private static final SerializableString REPAIRED = new SerializedString("repaired");
    private static final SerializableString HISTORY = new SerializedString("history");
    private static final SerializableString WITHDRAWN = new SerializedString("withdrawn");
    private static final SerializableString DECIDED_AT = new SerializedString("decidedAt");
    private static final SerializableString RECORDED_AT = new SerializedString("recordedAt");
    private static final SerializableString PRIORITY = new SerializedString("priority");
    private static final SerializableString TAGS = new SerializedString("tags");
    private static final SerializableString MATCHED_RULES = new SerializedString("matchedRules");
    private static final SerializableString OVERALL = new SerializedString("overall");
    private static final SerializableString EXPLANATION = new SerializedString("explanation");
    private static final SerializableString RESPONSE = new SerializedString("response");

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
            json.writeFieldName(RESPONSE);
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
        text(json, DECISION_ID, decision.decisionId());
        text(json, PORTAL, decision.portal());
        text(json, RESPONSE_ID, decision.responseId());
        json.writeFieldName(RESPONSE_VERSION);
        json.writeNumber(decision.responseVersion());
        text(json, TICKET_ID, decision.ticketId());
        text(json, SUPPORT_GROUP, decision.supportGroup());
    }

    private static void outcome(JsonGenerator json, RecoveryDecided decision) throws IOException {
        text(json, KIND, decision.kind().name());
        text(json, CONTACT, decision.contact().name());
        number(json, PRIORITY, decision.priority());
        text(json, ALERT, decision.alert().name());
        texts(json, TAGS, decision.tags());
        json.writeFieldName(FOLLOW_UP);
        json.writeBoolean(decision.followUp());
        also(json, decision.also());
        json.writeFieldName(RULE_SET_VERSION);
        json.writeNumber(decision.ruleSetVersion());
        text(json, POLICY_VERSION, decision.policyVersion());
        texts(json, MATCHED_RULES, decision.matchedRules());
        json.writeFieldName(EXPLANATION);
        json.writeStartObject();
        explanation(json, decision.explanation());
        json.writeEndObject();
    }

    private static void also(JsonGenerator json, List<AlsoHears> also) throws IOException {
        json.writeFieldName(ALSO);
        json.writeStartArray();
        for (AlsoHears one : also) {
            json.writeStartObject();
            text(json, CONTACT, one.contact());
            text(json, RULE, one.rule());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void explanation(JsonGenerator json, Explanation explanation) throws IOException {
        text(json, SUMMARY, explanation.summary());
        number(json, OVERALL, explanation.overall());
        json.writeFieldName(THRESHOLD);
        json.writeNumber(explanation.threshold());
        text(json, CONTACT_CHOICE, explanation.contactChoice().name());
    }

    private static void origin(JsonGenerator json, RecoveryDecided decision) throws IOException {
        text(json, STANDING, decision.standing().name());
        textIfAny(json, SUPERSEDED_BY, decision.supersededBy());
        textIfAny(json, REPLACES, decision.replaces());
        textIfAny(json, PREVIOUS_GROUP, decision.previousGroup());
        json.writeFieldName(REPAIRED);
        json.writeBoolean(decision.repaired());
        json.writeFieldName(HISTORY);
        json.writeBoolean(decision.history());
        if (decision.withdrawn()) {
            json.writeFieldName(WITHDRAWN);
            json.writeBoolean(true);
        }
        text(json, DECIDED_AT, time(decision.decidedAt()));
        text(json, RECORDED_AT, time(decision.recordedAt()));
    }

    private static void textIfAny(JsonGenerator json, SerializableString name, @Nullable String text)
            throws IOException {
        if (text != null) {
            text(json, name, text);
        }
    }

    private static void text(JsonGenerator json, SerializableString name, String text) throws IOException {
        json.writeFieldName(name);
        json.writeString(text);
    }

    private static void texts(JsonGenerator json, SerializableString name, List<String> texts) throws IOException {
        json.writeFieldName(name);
        json.writeStartArray();
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private static void number(JsonGenerator json, SerializableString name, @Nullable Integer number)
            throws IOException {
        json.writeFieldName(name);
        if (number == null) {
            json.writeNull();
        } else {
            json.writeNumber(number);
        }
    }

    private static void number(JsonGenerator json, SerializableString name, @Nullable BigDecimal number)
            throws IOException {
        json.writeFieldName(name);
        if (number == null) {
            json.writeNull();
        } else {
            json.writeNumber(number);
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
