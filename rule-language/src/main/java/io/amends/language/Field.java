package io.amends.language;

import io.amends.contracts.SurveyResponse;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of a response that a {@code field} clause can name. {@code agent} is the agent's id. */
public enum Field {
    CHANNEL("channel"),
    BRAND("brand"),
    SEGMENT("segment"),
    SUPPORT_GROUP("supportGroup"),
    AGENT("agent"),
    LANGUAGE("language"),
    CONTACT_CHOICE("contactChoice");

    private final String json;

    Field(String json) {
        this.json = json;
    }

    public String json() {
        return json;
    }

    /** The field's text in a response, or null where it is missing. */
    public @Nullable String of(SurveyResponse response) {
        return switch (this) {
            case CHANNEL -> response.channel();
            case BRAND -> response.brand();
            case SEGMENT -> response.segment();
            case SUPPORT_GROUP -> response.supportGroup();
            case AGENT -> response.agent() == null ? null : response.agent().id();
            case LANGUAGE -> response.language();
            case CONTACT_CHOICE -> response.contactChoice().name();
        };
    }

    /** The field of that name; null where there is none. */
    public static @Nullable Field named(String json) {
        return Arrays.stream(values())
                .filter(field -> field.json.equals(json))
                .findFirst()
                .orElse(null);
    }

    static List<String> names() {
        return Arrays.stream(values()).map(Field::json).toList();
    }
}
