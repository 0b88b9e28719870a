package io.amends.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.amends.contracts.RequestFacts.RequestFormat;
import io.amends.contracts.RequestFacts.RequestType;
import org.jspecify.annotations.Nullable;

/**
 * A request as staff file it: the body of {@code POST /v1/requests}, and the data of {@code amends.request.file} (A9).
 *
 * <p>Ids and codes are compared without blanks around them.
 *
 * @param supportGroup the group whose lead is to take care of it
 * @param format the suggested way to reach the customer first
 * @param description why the customer is unhappy, or delighted, 1 to 10,000 characters
 * @param questions the customer's questions and grievances, up to 10,000 characters
 * @param urgent absent: no
 * @param region whose channel it is posted to; absent: that of the group
 * @param customer who it is about, where that is known: a survey of the ticket says it otherwise
 * @param author who asks, as people read it, up to 200 characters; absent: the name of whoever files it
 */
@WrittenFreely
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FileRequest(
        @Nullable String portal,
        @Nullable String ticketId,
        @Nullable String supportGroup,
        @Nullable RequestType type,
        @Nullable RequestFormat format,
        @Nullable String description,
        @Nullable String questions,
        @Nullable Boolean urgent,
        @Nullable String region,
        @Nullable Customer customer,
        @Nullable String author) {

    public FileRequest {
        portal = IdText.orNull(portal);
        ticketId = IdText.orNull(ticketId);
        supportGroup = IdText.orNull(supportGroup);
        region = IdText.orNull(region);
    }
}
