package io.amends.contracts.mapping;

import com.fasterxml.jackson.core.JsonPointer;
import io.amends.contracts.Reason;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A field of the canonical survey response that a source's mapping or a file's preset fills (A1, A10): {@code ticketId},
 * {@code measures.csat}, {@code properties.orderId}.
 *
 * @param name of the measure or of the property; null for the fields that there are once
 */
public record TargetField(ResponseField target, @Nullable String name) {
    private static final char DOT = '.';

    public TargetField {
        if (target.named() == (name == null)) {
            throw new IllegalArgumentException(target + " with the name " + name);
        }
    }

    /** The fields as interfaces name them, each with where it stands in the response and what it takes. */
    public enum ResponseField {
        RESPONSE_ID("responseId", "/responseId", Takes.TEXT),
        TICKET_ID("ticketId", "/ticketId", Takes.TEXT),
        SUPPORT_GROUP("supportGroup", "/supportGroup", Takes.TEXT),
        SEGMENT("segment", "/segment", Takes.TEXT),
        BRAND("brand", "/brand", Takes.TEXT),
        CHANNEL("channel", "/channel", Takes.TEXT),
        LANGUAGE("language", "/language", Takes.TEXT),
        AGENT_ID("agentId", "/agent/id", Takes.TEXT),
        AGENT_NAME("agentName", "/agent/name", Takes.TEXT),
        CUSTOMER_ID("customerId", "/customer/id", Takes.TEXT),
        CUSTOMER_NAME("customerName", "/customer/name", Takes.TEXT),
        CUSTOMER_EMAIL("customerEmail", "/customer/email", Takes.TEXT),
        CUSTOMER_PHONE("customerPhone", "/customer/phone", Takes.TEXT),
        CUSTOMER_COMPANY("customerCompany", "/customer/company", Takes.TEXT),
        COMMENT("comment", "/comment", Takes.TEXT),
        FACTORS("factors", "/factors", Takes.TEXTS),
        TAGS("tags", "/tags", Takes.TEXTS),
        CONTACT_CHOICE("contactChoice", "/contactChoice", Takes.CHOICE),
        SUBMITTED_AT("submittedAt", "/submittedAt", Takes.MOMENT),
        UPDATED_AT("updatedAt", "/updatedAt", Takes.MOMENT),
        FOLLOW_UP_OF("followUpOf", "/followUpOf", Takes.TEXT),
        MEASURES("measures", "/measures", Takes.ANSWER),
        PROPERTIES("properties", "/properties", Takes.SCALAR);

        private static final Map<String, ResponseField> BY_WORD =
                Arrays.stream(values()).collect(Collectors.toMap(ResponseField::word, Function.identity()));

        private final String word;
        private final String pointer;
        private final Takes takes;

        ResponseField(String word, String pointer, Takes takes) {
            this.word = word;
            this.pointer = pointer;
            this.takes = takes;
        }

        /** The one that a word of a mapping means. */
        public static Optional<ResponseField> of(String word) {
            return Optional.ofNullable(BY_WORD.get(word));
        }

        /** Its name in a mapping. */
        public String word() {
            return word;
        }

        /** What kind of value it takes. */
        public Takes takes() {
            return takes;
        }

        /** Whether there are many of it, each with a name of its own: measures and properties. */
        public boolean named() {
            return takes == Takes.ANSWER || takes == Takes.SCALAR;
        }
    }

    /** The kinds of values that fields take. */
    public enum Takes {
        /** One text. */
        TEXT,
        /** A list of texts. */
        TEXTS,
        /** Whether the customer wants to be contacted. */
        CHOICE,
        /** A point in time. */
        MOMENT,
        /** A score, or yes or no. */
        ANSWER,
        /** A text, a number, or yes or no. */
        SCALAR
    }

    /** A field that there is once. */
    public static TargetField of(ResponseField target) {
        return new TargetField(target, null);
    }

    /** One of the measures. */
    public static TargetField measure(String name) {
        return new TargetField(ResponseField.MEASURES, name);
    }

    /** One of the properties. */
    public static TargetField property(String name) {
        return new TargetField(ResponseField.PROPERTIES, name);
    }

    /** The field that a text such as {@code comment} or {@code measures.csat} names; empty where it names none. */
    public static Optional<TargetField> of(String text) {
        int dot = text.indexOf(DOT);
        String word = dot < 0 ? text : text.substring(0, dot);
        String name = dot < 0 ? null : text.substring(dot + 1);
        return ResponseField.of(word)
                .filter(target -> target.named() ? name != null && !name.isBlank() : name == null)
                .map(target -> new TargetField(target, name));
    }

    /** The text that names it. */
    public String text() {
        return name == null ? target.word() : target.word() + DOT + name;
    }

    // It is asked for every cell of a file, and a record's own goes by way of method handles.
    @Override
    public int hashCode() {
        return 31 * target.hashCode() + (name == null ? 0 : name.hashCode());
    }

    /** Where it stands in the canonical response. */
    public JsonPointer at() {
        return JsonPointer.compile(pointer());
    }

    /** Where it stands in the canonical response, for a {@link Reason}. */
    public String pointer() {
        return name == null ? target.pointer : Reason.at(target.pointer, name);
    }
}
