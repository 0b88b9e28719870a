package io.amends.dashboard.directory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import io.amends.contracts.directory.EntryRules.Checked;
import io.amends.contracts.directory.EntryType;
import java.util.List;
import java.util.Optional;

/**
 * An entry of the directory under its code.
 *
 * @param content what is stored there; not every version of Amends took only what every other can read
 * @param tag its ETag, without quotes
 */
public record StoredEntry(EntryType type, String portal, String code, Checked content, String tag) {

    /** The entry; empty where it cannot be read, and then it is as good as not there for all who use it. */
    public Optional<Record> entry() {
        return content.readable();
    }

    /**
     * As the API shows it: the entry's own fields beside its code, with what is no longer taken; or why it cannot be
     * read.
     */
    ObjectNode shown() {
        ObjectNode shown = Json.MAPPER.createObjectNode().put("code", code);
        entry().ifPresent(entry -> shown.setAll(Json.MAPPER.<ObjectNode>valueToTree(entry)));
        if (content instanceof Checked.Outdated outdated) {
            shown.set("warnings", Json.MAPPER.valueToTree(outdated.reasons()));
        } else if (content instanceof Checked.Wrong wrong) {
            shown.set("errors", Json.MAPPER.valueToTree(wrong.reasons()));
        }
        return shown;
    }

    /** Its code and its name alone. */
    ObjectNode named() {
        ObjectNode whole = shown();
        return Json.MAPPER.createObjectNode().put("code", code).set("name", whole.path("name"));
    }

    /** The same, with what may not be what was meant. */
    ObjectNode shown(List<Reason> warnings) {
        return shown().set("warnings", Json.MAPPER.valueToTree(warnings));
    }
}
