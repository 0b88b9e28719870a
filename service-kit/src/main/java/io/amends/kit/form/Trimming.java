package io.amends.kit.form;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.IdText;
import io.amends.contracts.Reason;
import io.amends.contracts.StorableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The ids and codes of a survey response: freed from blanks around them; what is blank is missing (A5). */
final class Trimming {
    private static final List<JsonPointer> IDS = Stream.of(
                    "/portal",
                    "/responseId",
                    "/ticketId",
                    "/supportGroup",
                    "/segment",
                    "/brand",
                    "/channel",
                    "/language",
                    "/followUpOf",
                    "/agent/id",
                    "/customer/id")
            .map(JsonPointer::compile)
            .toList();
    /** Without these there is no response: a blank one is told as what it is. */
    private static final Set<String> NEEDED = Set.of("/portal", "/responseId");

    private Trimming() {}

    /** What is wrong with ids that hold NUL: replaced as in a comment, two of them could become one. */
    static List<Reason> faults(JsonNode sent) {
        List<Reason> faults = new ArrayList<>();
        for (JsonPointer id : IDS) {
            JsonNode value = sent.at(id);
            String fault = value.isTextual() ? StorableText.fault(value.textValue()) : null;
            if (fault != null) {
                faults.add(new Reason(id.toString(), fault));
            }
        }
        return faults;
    }

    /** Trims in place, and tells what. */
    static List<Reason> trim(ObjectNode response) {
        List<Reason> trimmed = new ArrayList<>();
        for (JsonPointer id : IDS) {
            JsonNode value = response.at(id);
            if (value.isTextual() && !IdText.trimmed(value.textValue()).equals(value.textValue())) {
                trimmed.add(new Reason(id.toString(), set(response, id, value.textValue())));
            } else if (value.isTextual() && value.textValue().isEmpty()) {
                set(response, id, "");
            }
        }
        return List.copyOf(trimmed);
    }

    private static String set(ObjectNode response, JsonPointer id, String sent) {
        ObjectNode around = (ObjectNode) response.at(id.head());
        String text = IdText.trimmed(sent);
        if (text.isEmpty() && !NEEDED.contains(id.toString())) {
            around.putNull(id.last().getMatchingProperty());
            return "was blank, and counts as missing";
        }
        around.put(id.last().getMatchingProperty(), text);
        return "was sent with blanks around it, which were removed: '" + sent + "'";
    }
}
