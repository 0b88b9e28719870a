package io.amends.ingest.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.AuditAction;
import io.amends.contracts.Json;
import io.amends.contracts.api.ImportPreset;
import io.amends.kit.audit.AuditChange;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is done with imports, as the audit log has it (H4). */
final class ImportAudit {
    private ImportAudit() {}

    static AuditChange imported(String portal, UUID id, @Nullable String preset) {
        AuditChange change = AuditChange.of(portal, AuditAction.SURVEYS_IMPORTED, "import/" + id);
        return preset == null ? change : change.now(Map.of("preset", preset));
    }

    static AuditChange preset(String portal, String name, @Nullable ImportPreset was, ImportPreset is) {
        // It says what columns mean, and nothing of what customers wrote.
        return AuditChange.of(portal, AuditAction.IMPORT_PRESET_SAVED, "import-preset/" + name)
                .fields(was == null ? null : tree(was), tree(is), field -> true);
    }

    static AuditChange presetDeleted(String portal, String name, ImportPreset was) {
        return AuditChange.of(portal, AuditAction.IMPORT_PRESET_DELETED, "import-preset/" + name)
                .fields(tree(was), null, field -> true);
    }

    static AuditChange cancelled(StoredImport of) {
        return AuditChange.of(of.portal(), AuditAction.IMPORT_CANCELLED, "import/" + of.id());
    }

    static AuditChange fileDeleted(StoredImport of) {
        return AuditChange.of(of.portal(), AuditAction.IMPORT_FILE_DELETED, "import/" + of.id());
    }

    private static ObjectNode tree(ImportPreset preset) {
        return Json.MAPPER.valueToTree(preset);
    }
}
