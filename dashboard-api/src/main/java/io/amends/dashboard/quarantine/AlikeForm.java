package io.amends.dashboard.quarantine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.IdText;
import io.amends.contracts.Json;
import jakarta.ws.rs.FormParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The form that mends many responses of the quarantine alike, as it is posted. */
public class AlikeForm {
    /** Those that are ticked. */
    static final String TICKED = "ticked";

    /** Whether it is looked at first, or done. */
    static final String DO = "do";

    @FormParam("which")
    @Nullable
    String which;

    @FormParam("response")
    List<String> response = List.of();

    @FormParam("supportGroup")
    @Nullable
    String supportGroup;

    @FormParam("segment")
    @Nullable
    String segment;

    /** The measure whose answers are left out. */
    @FormParam("drop")
    @Nullable
    String drop;

    @FormParam("step")
    @Nullable
    String step;

    boolean ticked() {
        return TICKED.equals(which);
    }

    boolean done() {
        return DO.equals(step);
    }

    List<String> ids() {
        return IdText.distinct(response);
    }

    /** What it corrects of each; empty where it names nothing. */
    ObjectNode corrections() {
        ObjectNode fields = Json.MAPPER.createObjectNode();
        put(fields, "supportGroup", supportGroup);
        put(fields, "segment", segment);
        if (drop != null && !drop.isEmpty()) {
            fields.putObject("measures").putNull(drop);
        }
        return fields;
    }

    private static void put(ObjectNode fields, String name, @Nullable String chosen) {
        String code = IdText.orNull(chosen);
        if (code != null) {
            fields.put(name, code);
        }
    }
}
