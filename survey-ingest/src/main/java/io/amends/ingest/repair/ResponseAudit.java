package io.amends.ingest.repair;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.AuditAction;
import io.amends.contracts.Json;
import io.amends.ingest.response.HeldResponse;
import io.amends.ingest.response.ResponseRevision;
import io.amends.kit.audit.AuditChange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person changed of a response as the audit log has it (H4): codes, scores and times with their values; of what
 * customers said, and of who they are, only that it changed.
 */
final class ResponseAudit {
    private static final String STATE = "state";
    private static final Set<String> TOLD = Set.of(
            STATE,
            "ticketId",
            "supportGroup",
            "segment",
            "brand",
            "channel",
            "language",
            "measures",
            "contactChoice",
            "submittedAt",
            "updatedAt",
            "followUpOf");

    private ResponseAudit() {}

    static AuditChange of(AuditAction what, ResponseRevision change) {
        HeldResponse after = change.after();
        return AuditChange.of(
                        after.response().portal(),
                        what,
                        "response/" + after.response().responseId())
                .fields(tree(change.before()), tree(after), TOLD::contains);
    }

    private static @Nullable ObjectNode tree(@Nullable HeldResponse held) {
        if (held == null) {
            return null;
        }
        try {
            // Through bytes: a tree made of the record writes ten as 1E+1.
            ObjectNode tree = (ObjectNode) Json.MAPPER.readTree(Json.write(held.response()));
            return tree.put(STATE, held.state().name());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
