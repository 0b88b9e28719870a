package io.amends.dashboard.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.AuditAction;
import io.amends.contracts.Json;
import io.amends.kit.audit.AuditChange;
import org.jspecify.annotations.Nullable;

/** A change of the directory as the audit log has it (H4). Entries are about the portal's own people: no field is hidden. */
final class EntryAudit {
    private EntryAudit() {}

    /**
     * The change of one entry.
     *
     * @param before its JSON as it was; null where there was none
     * @param after its JSON as it is; null where there is none any more
     */
    static AuditChange of(EntryRow.Id id, @Nullable String before, @Nullable String after) {
        AuditAction what = before == null
                ? AuditAction.ENTRY_CREATED
                : after == null ? AuditAction.ENTRY_DELETED : AuditAction.ENTRY_CHANGED;
        return AuditChange.of(id.portal(), what, id.type() + "/" + id.code())
                .fields(tree(before), tree(after), field -> true);
    }

    private static @Nullable ObjectNode tree(@Nullable String json) {
        try {
            return json == null
                    ? null
                    : Json.MAPPER.readTree(json) instanceof ObjectNode tree ? tree : Json.MAPPER.createObjectNode();
        } catch (JsonProcessingException e) {
            return Json.MAPPER.createObjectNode(); // what cannot be read is as good as not there, and can be put anew
        }
    }
}
