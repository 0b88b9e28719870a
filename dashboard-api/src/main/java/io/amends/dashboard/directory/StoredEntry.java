package io.amends.dashboard.directory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import io.amends.dashboard.directory.rules.EntryType;
import java.util.List;

/** An entry of the directory under its code. */
public record StoredEntry(EntryType type, String portal, String code, Record entry) {

    /** As the API shows it: the entry's own fields beside its code. */
    ObjectNode shown() {
        ObjectNode shown = Json.MAPPER.createObjectNode().put("code", code);
        shown.setAll(Json.MAPPER.<ObjectNode>valueToTree(entry));
        return shown;
    }

    /** The same, with what it refers to and is not there yet. */
    ObjectNode shown(List<Reason> warnings) {
        return shown().set("warnings", Json.MAPPER.valueToTree(warnings));
    }

    /** The data of its event, and how every service's directory view reads it. */
    Published published() {
        return new Published(portal, code, entry);
    }

    /** What the compacted topic carries. */
    record Published(String portal, String code, Record entry) {}
}
