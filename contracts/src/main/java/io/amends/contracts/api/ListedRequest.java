package io.amends.contracts.api;

import io.amends.contracts.Customer;
import io.amends.contracts.RequestFacts.RequestFormat;
import io.amends.contracts.RequestFacts.RequestType;
import io.amends.contracts.RequestFiled;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request of staff, as lists show it (A9): the fields of {@link RequestFiled}, and its state.
 *
 * @param state what the surveys of its ticket make of it
 */
public record ListedRequest(
        String requestId,
        String portal,
        String caseId,
        String ticketId,
        String supportGroup,
        RequestType type,
        RequestFormat format,
        String description,
        @Nullable String questions,
        boolean urgent,
        @Nullable String region,
        @Nullable String channel,
        @Nullable Customer customer,
        String author,
        String identity,
        @Nullable String key,
        Instant filedAt,
        RequestState state) {

    /** What the surveys of the ticket say. */
    public enum RequestState {
        /** No survey has come. */
        OPEN,
        /** The customer has answered a survey about the ticket, before or after. */
        ANSWERED,
        /** The customer asked not to be contacted (B4). */
        REFUSED
    }

    /** The request with its state. */
    public static ListedRequest of(RequestFiled filed, RequestState state) {
        return new ListedRequest(
                filed.requestId(),
                filed.portal(),
                filed.caseId(),
                filed.ticketId(),
                filed.supportGroup(),
                filed.type(),
                filed.format(),
                filed.description(),
                filed.questions(),
                filed.urgent(),
                filed.region(),
                filed.channel(),
                filed.customer(),
                filed.author(),
                filed.identity(),
                filed.key(),
                filed.filedAt(),
                state);
    }
}
