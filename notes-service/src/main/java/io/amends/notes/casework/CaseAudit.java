package io.amends.notes.casework;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.AuditAction;
import io.amends.contracts.Json;
import io.amends.kit.audit.AuditChange;
import io.amends.notes.cases.Case;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person changed of a case as the audit log has it (H4). Of the root cause, which may tell in the customer's words
 * what happened, only that it changed.
 */
public final class CaseAudit {
    private static final Set<String> TOLD = Set.of(
            "caseId",
            "portal",
            "ticketId",
            "responseId",
            "supportGroup",
            "state",
            "owner",
            "dueAt",
            "tags",
            "outcome",
            "satisfiedNow",
            "openedAt",
            "closedAt");

    private CaseAudit() {}

    /**
     * The change of one case.
     *
     * @param before null where it is opened
     */
    public static AuditChange of(AuditAction what, @Nullable Case before, Case after) {
        return AuditChange.of(after.ticket().portal(), what, "case/" + after.caseId())
                .fields(before == null ? null : tree(before), tree(after), TOLD::contains);
    }

    private static ObjectNode tree(Case one) {
        return Json.MAPPER.valueToTree(one.view());
    }
}
