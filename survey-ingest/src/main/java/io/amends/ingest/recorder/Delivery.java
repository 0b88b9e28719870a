package io.amends.ingest.recorder;

import io.amends.contracts.OriginKind;
import io.amends.contracts.Reason;
import io.amends.contracts.StorableText;
import io.amends.ingest.response.ResponseKey;
import io.amends.ingest.response.SourceVersion;
import io.amends.ingest.rhythm.WatchedOrigin;
import io.amends.ingest.submission.Submission;
import io.amends.ingest.watch.HeardOrigins.HeardEvent;
import io.amends.kit.event.CloudEvent;
import io.amends.kit.produce.EventProducer;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One version as it was delivered; its identity is source and id within the portal (A2).
 *
 * @param source ce_source
 * @param id ce_id
 * @param trimmed ids and codes that were sent with blanks around them, and how
 * @param sender whose silence would be noticed (A11); null where that is nobody here: a file, or a source of webhooks, which
 *     was heard when its webhook was read
 */
record Delivery(String source, String id, SourceVersion version, List<Reason> trimmed, @Nullable WatchedOrigin sender) {
    private static final int LONGEST_KEY = 200;

    /** What makes two deliveries the same. */
    record Identity(String portal, String source, String id) {}

    /** @param key by which API key it came in, where the record says so */
    static Delivery of(CloudEvent event, Submission submission, Instant acceptedAt, @Nullable String key) {
        return new Delivery(
                event.source(),
                event.id(),
                SourceVersion.accepted(submission.response(), submission.bodyHash(), acceptedAt),
                submission.trimmed(),
                sender(submission.response().portal(), event.source(), key));
    }

    private static @Nullable WatchedOrigin sender(String portal, String source, @Nullable String key) {
        if (!source.startsWith(EventProducer.OWN_SOURCES)) {
            return new WatchedOrigin(portal, OriginKind.EVENT_SOURCE, source);
        }
        // Whoever may write to the topic can say whatever they like.
        return key == null || key.isEmpty() || StorableText.fault(key, LONGEST_KEY) != null
                ? null
                : new WatchedOrigin(portal, OriginKind.KEY, key);
    }

    /** That it was heard. */
    Stream<HeardEvent> heard() {
        return Stream.ofNullable(sender).map(origin -> new HeardEvent(origin, version.acceptedAt()));
    }

    Identity identity() {
        return new Identity(portal(), source, id);
    }

    ResponseHistory.Bringing bringing() {
        return new ResponseHistory.Bringing(source, trimmed);
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
