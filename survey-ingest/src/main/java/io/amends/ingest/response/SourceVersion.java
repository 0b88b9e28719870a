package io.amends.ingest.response;

import io.amends.contracts.SurveyResponse;
import java.time.Instant;
import java.util.Comparator;

/**
 * One version of a response as its source sent it. Versions order by {@code updatedAt}, absent: the time of acceptance;
 * equal: the greater body hash is newer (A3). The order does not depend on arrival.
 *
 * @param body the response, with updatedAt always set
 * @param bodyHash SHA-256 (hex) of the canonical body as sent
 * @param acceptedAt when Kafka took it; dates are judged against it (A5)
 */
public record SourceVersion(SurveyResponse body, String bodyHash, Instant acceptedAt)
        implements Comparable<SourceVersion> {
    private static final Comparator<SourceVersion> AGE =
            Comparator.comparing(SourceVersion::updatedAt).thenComparing(SourceVersion::bodyHash);

    /** A version as sent; the time of acceptance is stamped in where the source gave no updatedAt. */
    public static SourceVersion accepted(SurveyResponse sent, String bodyHash, Instant acceptedAt) {
        return new SourceVersion(sent.updatedAt() == null ? stamped(sent, acceptedAt) : sent, bodyHash, acceptedAt);
    }

    /** What orders it. */
    public Instant updatedAt() {
        return body.updatedAt() == null ? acceptedAt : body.updatedAt();
    }

    @Override
    public int compareTo(SourceVersion other) {
        return AGE.compare(this, other);
    }

    private static SurveyResponse stamped(SurveyResponse r, Instant updatedAt) {
        return new SurveyResponse(
                r.portal(),
                r.responseId(),
                r.ticketId(),
                r.supportGroup(),
                r.segment(),
                r.brand(),
                r.channel(),
                r.language(),
                r.agent(),
                r.customer(),
                r.measures(),
                r.factors(),
                r.comment(),
                r.contactChoice(),
                r.tags(),
                r.properties(),
                r.submittedAt(),
                updatedAt,
                r.followUpOf());
    }
}
