package io.amends.dashboard.directory;

import io.amends.contracts.directory.EntryType;
import io.amends.dashboard.client.RefusedCall;
import io.amends.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * Whether survey responses need a directory entry, so that it cannot go (F6). This service knows those that were ever
 * recorded; those that have always waited in quarantine only survey-ingest knows.
 */
@ApplicationScoped
class Usage {
    private final RecordedResponses responses;
    private final QuarantineClient quarantine;

    Usage(RecordedResponses responses, @RestClient QuarantineClient quarantine) {
        this.responses = responses;
        this.quarantine = quarantine;
    }

    /**
     * Lets nothing pass that a response is in.
     *
     * @throws Problem 409 where there is one, 503 where survey-ingest cannot be asked
     */
    void requireNone(EntryType type, String portal, String code) {
        String group = type == EntryType.GROUP ? code : null;
        String segment = type == EntryType.SEGMENT ? code : null;
        if (responses.anyIn(portal, group, segment)) {
            throw Problem.conflict("The " + type.word() + " " + code + " has survey responses, so it stays.");
        }
        if (waiting(portal, group, segment)) {
            throw Problem.conflict("The " + type.word() + " " + code
                    + " has survey responses in quarantine, so it stays. Repair them first.");
        }
    }

    private boolean waiting(String portal, @Nullable String group, @Nullable String segment) {
        try {
            return quarantine.list(portal, group, segment, 1).total() > 0;
        } catch (RefusedCall e) {
            if (e.status() == 404) {
                return false; // a portal that survey-ingest has never heard of
            }
            throw away();
        } catch (ProcessingException e) {
            throw away();
        }
    }

    private static Problem away() {
        return Problem.of(
                503,
                "Service unavailable",
                "Whether responses wait for it in quarantine cannot be asked just now. Nothing was deleted. Please try"
                        + " again shortly.");
    }
}
