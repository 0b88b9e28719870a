package io.amends.contracts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The canonical survey response: one customer's answers about one ticket. Identity is portal and responseId.
 *
 * @param measures answered measures by name; an unanswered one is absent
 * @param contactChoice NOT_ASKED where the source says nothing
 * @param properties custom properties: text, numbers or booleans
 * @param submittedAt the moment the customer answered: "received" everywhere
 * @param updatedAt orders the versions of one response (A3); null: the time of acceptance counts
 * @param followUpOf the case whose follow-up survey this answers
 */
public record SurveyResponse(
        String portal,
        String responseId,
        @Nullable String ticketId,
        @Nullable String supportGroup,
        @Nullable String segment,
        @Nullable String brand,
        @Nullable String channel,
        @Nullable String language,
        @Nullable Agent agent,
        @Nullable Customer customer,
        Map<String, Answer> measures,
        List<String> factors,
        @Nullable String comment,
        ContactChoice contactChoice,
        List<String> tags,
        Map<String, Object> properties,
        Instant submittedAt,
        @Nullable Instant updatedAt,
        @Nullable String followUpOf) {

    public SurveyResponse {
        measures = Absent.withoutNulls(measures);
        factors = Absent.orEmpty(factors);
        contactChoice = Absent.or(contactChoice, ContactChoice.NOT_ASKED);
        tags = Absent.orEmpty(tags);
        properties = Absent.withoutNulls(properties);
    }

    /** The ticket key of the topics: order per ticket holds on what Amends writes. */
    public String ticketKey() {
        return TicketKey.of(portal, ticketId, responseId);
    }

    /** The numeric score of a measure, or null where it was not answered or is yes/no. */
    public java.math.@Nullable BigDecimal score(String measure) {
        return measures.get(measure) instanceof Answer.Score score ? score.value() : null;
    }
}
