package io.amends.contracts;

import io.amends.contracts.RequestFacts.RequestFormat;
import io.amends.contracts.RequestFacts.RequestType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The data of {@code amends.request.filed}: staff ask that somebody speaks with a customer, whether or not there is a survey
 * (A9). It carries what the mail, the region's channel and the help desk's webhook need.
 *
 * @param requestId the same for every repetition; also the id of the note that it becomes on the case
 * @param caseId the ticket's case, which this opens unless there is one
 * @param questions the customer's questions and grievances
 * @param urgent whether the manager of the support group is to hear of it at once
 * @param region whose channel it is posted to; null where the group has none
 * @param channel the code of that channel as it was when this was filed; null where the region has none
 * @param customer who it is about, where whoever filed it said so
 * @param author who asks, as people read it
 * @param identity the verified identity that filed it: a user, an API key, or a program
 * @param key the name of the API key that vouches for the identity; null for a program on Kafka
 */
public record RequestFiled(
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
        Instant filedAt) {

    /** What it asks for, beside its words. */
    public RequestFacts facts() {
        return new RequestFacts(type, format, urgent);
    }
}
