package io.amends.ingest.recorder;

import io.amends.contracts.Reason;
import io.amends.ingest.response.ResponseKey;
import io.amends.ingest.response.SourceVersion;
import io.amends.ingest.submission.Submission;
import io.amends.kit.event.CloudEvent;
import java.time.Instant;
import java.util.List;

/**
 * One version as it was delivered; its identity is source and id within the portal (A2).
 *
 * @param source ce_source
 * @param id ce_id
 * @param trimmed ids and codes that were sent with blanks around them, and how
 */
record Delivery(String source, String id, SourceVersion version, List<Reason> trimmed) {

    /** What makes two deliveries the same. */
    record Identity(String portal, String source, String id) {}

    static Delivery of(CloudEvent event, Submission submission, Instant acceptedAt) {
        return new Delivery(
                event.source(),
                event.id(),
                SourceVersion.accepted(submission.response(), submission.bodyHash(), acceptedAt),
                submission.trimmed());
    }

    Identity identity() {
        return new Identity(portal(), source, id);
    }

    String portal() {
        return version.body().portal();
    }

    ResponseKey response() {
        return ResponseKey.of(version.body());
    }

    String ticketKey() {
        return version.body().ticketKey();
    }
}
