package io.amends.ingest.replay.core;

import io.amends.contracts.SurveyResponse;
import io.amends.ingest.response.SourceVersion;
import io.amends.ingest.submission.Submission;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a body that is read again is to what is recorded of its response.
 *
 * @param version what would be recorded
 * @param changes in which fields that differs from the newest version as its source sent it, whatever a person corrected;
 *     empty where nothing is to be done
 */
public record Rereading(SourceVersion version, List<FieldChange> changes) {

    /** From where the newest version that is recorded comes. */
    public enum BodyOrigin {
        /** From the body that is read again. */
        THIS_BODY,
        /** From an older body of the same source, or from one that is another response by now. */
        OLDER_BODY,
        /** From a newer body of the same source. */
        NEWER_BODY,
        /** From elsewhere: another source, a file, a CRM. */
        ELSEWHERE
    }

    /**
     * Judges one.
     *
     * @param read the body by the mapping as it is now
     * @param receivedAt when the body came
     * @param held the newest version that is recorded; null where the response is not known
     */
    public static Rereading of(Submission read, Instant receivedAt, @Nullable SourceVersion held, BodyOrigin origin) {
        SurveyResponse sent = read.response();
        SourceVersion own = SourceVersion.accepted(sent, read.bodyHash(), receivedAt);
        if (held == null) {
            return new Rereading(own.readAgain(), FieldChange.between(null, sent));
        }
        return switch (origin) {
            case NEWER_BODY -> new Rereading(own, List.of());
            case THIS_BODY -> compared(held, SourceVersion.insteadOf(held, sent, read.bodyHash(), held.acceptedAt()));
            case OLDER_BODY -> compared(held, SourceVersion.insteadOf(held, sent, read.bodyHash(), receivedAt));
            case ELSEWHERE -> own.compareTo(held) > 0 ? compared(held, own) : new Rereading(own, List.of());
        };
    }

    /** Whether anything is to be done. */
    public boolean changesAnything() {
        return !changes.isEmpty();
    }

    private static Rereading compared(SourceVersion held, SourceVersion version) {
        return new Rereading(version, FieldChange.between(held.body(), version.body()));
    }
}
