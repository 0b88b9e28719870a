package io.amends.contracts.testing;

import io.amends.contracts.Customer;
import io.amends.contracts.RequestFacts.RequestFormat;
import io.amends.contracts.RequestFacts.RequestType;
import io.amends.contracts.RequestFiled;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Builds requests as survey-ingest publishes them (A9): a Recovery Request of a Monday; a test names only what matters to it. */
public final class RequestBuilder {
    private final String requestId;
    private String portal = "acme";
    private String caseId = "case-of-T-1";
    private String ticket = "T-1";
    private String group = "EMEA-NET";
    private RequestType type = RequestType.NEGATIVE_REVIEW_RECOVERY;
    private boolean urgent;
    private @Nullable Customer customer;
    private @Nullable String channel;
    private Instant filedAt = Instant.parse("2026-11-16T08:00:00Z");

    private RequestBuilder(String requestId) {
        this.requestId = requestId;
    }

    /** A request of that id. */
    public static RequestBuilder request(String requestId) {
        return new RequestBuilder(requestId);
    }

    public RequestBuilder portal(String code) {
        portal = code;
        return this;
    }

    /** Its ticket, and the id of the ticket's case. */
    public RequestBuilder ticket(String id, String idOfCase) {
        ticket = id;
        caseId = idOfCase;
        return this;
    }

    public RequestBuilder group(String code) {
        group = code;
        return this;
    }

    /** A Positive Follow-Up Request. */
    public RequestBuilder positive() {
        type = RequestType.POSITIVE_REVIEW_FOLLOW_UP;
        return this;
    }

    public RequestBuilder urgent() {
        urgent = true;
        return this;
    }

    public RequestBuilder customer(Customer whom) {
        customer = whom;
        return this;
    }

    /** The channel of its region. */
    public RequestBuilder channel(String code) {
        channel = code;
        return this;
    }

    public RequestBuilder filedAt(Instant at) {
        filedAt = at;
        return this;
    }

    public RequestFiled build() {
        return new RequestFiled(
                requestId,
                portal,
                caseId,
                ticket,
                group,
                type,
                RequestFormat.CALL,
                "Twice the wrong part was sent.",
                "When does the right one come?",
                urgent,
                null,
                channel,
                customer,
                "Robin Desk",
                "user:robin",
                "dashboard",
                filedAt);
    }
}
