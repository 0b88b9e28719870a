package io.amends.ingest.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.directory.Source;
import io.amends.ingest.replay.core.Rereading;
import io.amends.ingest.replay.core.Rereading.BodyOrigin;
import io.amends.ingest.response.ResponseKey;
import io.amends.ingest.response.SourceVersion;
import io.amends.ingest.sources.KeptBodies;
import io.amends.ingest.sources.KeptBodies.KeptDelivery;
import io.amends.ingest.sources.ResponsesFromSources;
import io.amends.ingest.sources.ResponsesFromSources.SourceBody;
import io.amends.ingest.sources.SourceId;
import io.amends.ingest.sources.core.UnreadableBody;
import io.amends.ingest.submission.Submission;
import io.amends.kit.directory.PortalDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads what is kept by the mapping as it is now, and says what that is to what is recorded (A12). */
@ApplicationScoped
class KeptReadings {
    private final ResponsesFromSources responses;

    KeptReadings(ResponsesFromSources responses) {
        this.responses = responses;
    }

    /** The source as it is in the directory now. */
    record ReplayedSource(SourceId id, PortalDirectory portal, Source entry) {}

    /**
     * A body as it is read now.
     *
     * @param submission null where no response can be made of it
     */
    record ReadDelivery(KeptDelivery delivery, @Nullable Submission submission) {
        ResponseKey key(Submission read) {
            return ResponseKey.of(read.response());
        }

        /** The id of the response that it made before, where it makes another one now; null otherwise. */
        @Nullable
        String former(Submission read) {
            return delivery.madeOtherThan(read.response().responseId());
        }

        Instant receivedAt() {
            return delivery.place().at();
        }
    }

    /** What is in deliveries; one that nothing can be read in counts as a body that no response can be made of. */
    List<ReadDelivery> read(ReplayedSource source, List<KeptDelivery> deliveries) {
        List<ReadDelivery> all = new ArrayList<>();
        for (KeptDelivery delivery : deliveries) {
            try {
                List<JsonNode> bodies = delivery.bodies();
                bodies.forEach(body -> all.add(new ReadDelivery(delivery, submission(source, delivery, body))));
                if (bodies.isEmpty()) {
                    all.add(new ReadDelivery(delivery, null));
                }
            } catch (UnreadableBody e) {
                all.add(new ReadDelivery(delivery, null));
            }
        }
        return all;
    }

    /** What a body is to the newest version that is recorded; null: none is. */
    Rereading judge(
            Handle db, ReplayedSource source, ReadDelivery read, Submission submission, @Nullable SourceVersion held) {
        BodyOrigin origin = held == null ? BodyOrigin.ELSEWHERE : origin(db, source, read, submission, held);
        return Rereading.of(submission, read.receivedAt(), held, origin);
    }

    private BodyOrigin origin(
            Handle db, ReplayedSource source, ReadDelivery read, Submission submission, SourceVersion held) {
        if (held.bodyHash().equals(read.delivery().bodyHash())) {
            return BodyOrigin.THIS_BODY;
        }
        Optional<KeptDelivery> from = KeptBodies.made(db, source.id(), held.bodyHash());
        if (from.isEmpty()) {
            return BodyOrigin.ELSEWHERE;
        }
        // Both by the mapping as it is now: what it says of times may have been wrong before.
        Instant own = updatedAt(read, submission);
        ResponseKey key = read.key(submission);
        return read(source, List.of(from.get())).stream()
                .filter(other -> other.submission() != null
                        && key.equals(other.key(other.submission()))
                        && !own.isAfter(updatedAt(other, other.submission())))
                .findFirst()
                .map(newer -> BodyOrigin.NEWER_BODY)
                .orElse(BodyOrigin.OLDER_BODY);
    }

    private static Instant updatedAt(ReadDelivery read, Submission submission) {
        Instant said = submission.response().updatedAt();
        return said == null ? read.receivedAt() : said;
    }

    private @Nullable Submission submission(ReplayedSource source, KeptDelivery delivery, JsonNode body) {
        SourceBody of = new SourceBody(source.id(), delivery.sender(), source.entry(), body);
        return responses.read(source.portal(), of).submission();
    }
}
