package io.amends.ingest.submission;

import io.amends.contracts.SurveyResponse;
import io.amends.kit.id.Ids;
import org.jspecify.annotations.Nullable;

/** The identity of a delivery over HTTP: the same for every repetition (A2). */
public final class DeliveryId {

    private DeliveryId() {}

    /** UUIDv5 of portal and Idempotency-Key; without a key, of portal, response, updatedAt as sent and body. */
    public static String of(Submission submission, @Nullable String idempotencyKey) {
        SurveyResponse r = submission.response();
        return (idempotencyKey == null
                        ? Ids.v5(
                                "body",
                                r.portal(),
                                r.responseId(),
                                String.valueOf(r.updatedAt()),
                                submission.bodyHash())
                        : Ids.v5("key", r.portal(), idempotencyKey))
                .toString();
    }
}
