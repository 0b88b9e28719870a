package io.amends.rules.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import io.amends.contracts.Agent;
import io.amends.contracts.Answer;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.Customer;
import io.amends.contracts.SurveyResponse;
import io.amends.language.Field;
import io.amends.language.Value;
import io.amends.rules.matching.Wanted;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a canonical survey response from a parser that is at its beginning. Values that nobody wants are checked like all
 * others, and left out.
 */
public final class ResponseReader extends FieldReader {
    private static final SerializableString[] PLACES = places(
            "portal",
            "responseId",
            "ticketId",
            "supportGroup",
            "segment",
            "brand",
            "channel",
            "language",
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
            "followUpOf");
    private static final ContactChoice[] CHOICES = ContactChoice.values();

    private final Wanted wanted;
    private @Nullable String portal;
    private @Nullable String responseId;
    private @Nullable String ticketId;
    private @Nullable String supportGroup;
    private @Nullable String segment;
    private @Nullable String brand;
    private @Nullable String channel;
    private @Nullable String language;
    private @Nullable Agent agent;
    private @Nullable Customer customer;
    private Map<String, Answer> measures = Map.of();
    private List<String> factors = List.of();
    private @Nullable String comment;
    private @Nullable ContactChoice contactChoice;
    private List<String> tags = List.of();
    private Map<String, Object> properties = Map.of();
    private @Nullable Instant submittedAt;
    private @Nullable Instant updatedAt;
    private @Nullable String followUpOf;

    private ResponseReader(JsonParser json, Wanted wanted) {
        super(json, PLACES);
        this.wanted = wanted;
    }

    /**
     * The response that the parser is at; afterwards the parser is at its end.
     *
     * @param wanted what of it is needed; anything else is null or empty
     * @throws Unreadable if it is not a response
     * @throws IOException if it is not JSON
     */
    public static SurveyResponse read(JsonParser json, Wanted wanted) throws IOException {
        return new ResponseReader(json, wanted).response();
    }

    private SurveyResponse response() throws IOException {
        fields();
        return new SurveyResponse(
                needed(portal, "portal"),
                needed(responseId, "responseId"),
                ticketId,
                supportGroup,
                segment,
                brand,
                channel,
                language,
                agent,
                customer,
                measures,
                factors,
                comment,
                contactChoice == null ? ContactChoice.NOT_ASKED : contactChoice,
                tags,
                properties,
                needed(submittedAt, "submittedAt"),
                updatedAt,
                followUpOf);
    }

    @Override
    protected void field(String name) throws IOException {
        switch (name) {
            case "portal" -> portal = text();
            case "responseId" -> responseId = text();
            case "ticketId" -> ticketId = text();
            case "supportGroup" -> supportGroup = text();
            case "segment" -> segment = text(wanted.field(Field.SEGMENT));
            case "brand" -> brand = text(wanted.field(Field.BRAND));
            case "channel" -> channel = text(wanted.field(Field.CHANNEL));
            case "language" -> language = text(wanted.field(Field.LANGUAGE));
            case "agent" -> agent = has() ? AgentReader.read(json, wanted) : null;
            case "customer" -> customer = has() ? CustomerReader.read(json, wanted) : null;
            case "measures" -> measures = has() ? answers() : Map.of();
            case "factors" -> factors = texts(wanted.factors());
            case "comment" -> comment = text(wanted.comment());
            case "contactChoice" -> contactChoice = constant(CHOICES);
            case "tags" -> tags = texts(true);
            case "properties" -> properties = has() ? values() : Map.of();
            case "submittedAt" -> submittedAt = time();
            case "updatedAt" -> updatedAt = time();
            case "followUpOf" -> followUpOf = text(wanted.everything());
            default -> skip(name);
        }
    }

    private Map<String, Answer> answers() throws IOException {
        Map<String, Answer> answers = new LinkedHashMap<>();
        beginMap();
        for (String name = nextName(); name != null; name = nextName()) {
            onlyOnce(answers, name);
            answers.put(
                    name,
                    switch (json.nextToken()) {
                        case VALUE_NULL -> null;
                        case VALUE_TRUE -> new Answer.YesNo(true);
                        case VALUE_FALSE -> new Answer.YesNo(false);
                        case VALUE_NUMBER_INT -> new Answer.Score(json.getDecimalValue());
                        case VALUE_NUMBER_FLOAT -> new Answer.Score(decimal());
                        default -> throw refused("must be a number, true or false");
                    });
        }
        return answers;
    }

    private Map<String, Object> values() throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        beginMap();
        for (String name = nextName(); name != null; name = nextName()) {
            onlyOnce(values, name);
            values.put(name, value(json.nextToken(), wanted.property(name)));
        }
        return values;
    }

    private @Nullable Object value(JsonToken token, boolean asked) throws IOException {
        return switch (token) {
            case VALUE_NULL -> null;
            case VALUE_STRING -> asked ? decoded() : null;
            case VALUE_TRUE -> asked ? true : null;
            case VALUE_FALSE -> asked ? false : null;
            case VALUE_NUMBER_INT -> asked ? json.getNumberValue() : null;
            case VALUE_NUMBER_FLOAT -> decimal();
            default -> throw refused("must be a text, a number, true or false");
        };
    }

    /** A few bytes such as 1e999999 would become megabytes wherever they are written in full. */
    private BigDecimal decimal() throws IOException {
        BigDecimal number = json.getDecimalValue();
        if (Math.abs((long) number.scale()) > Value.MOST_DIGITS) {
            throw refused("is too large or too fine a number");
        }
        return number;
    }

    private void beginMap() {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw refused("must be an object");
        }
    }

    private void onlyOnce(Map<String, ?> values, String name) {
        if (values.containsKey(name)) {
            throw refused("is there twice");
        }
    }
}
