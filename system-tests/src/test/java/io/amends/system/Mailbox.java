package io.amends.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The mail sink, through the common part of Mailpit's API. */
final class Mailbox {
    private final RunningStack stack;
    private final Api api;

    Mailbox(RunningStack stack, Api api) {
        this.stack = stack;
        this.api = api;
    }

    /** Whole messages to an address, newest first. */
    List<JsonNode> to(String address) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode message : api.get("AMENDS_MAIL_PORT", "/api/v1/messages?limit=2000")
                .body()
                .path("messages")) {
            for (JsonNode to : message.path("To")) {
                if (to.path("Address").asText().equalsIgnoreCase(address)) {
                    found.add(api.get(
                                    "AMENDS_MAIL_PORT",
                                    "/api/v1/message/" + message.path("ID").asText())
                            .body());
                }
            }
        }
        return found;
    }

    /** The bytes of a message's first PDF. */
    byte[] pdf(JsonNode message) {
        for (JsonNode attachment : message.path("Attachments")) {
            if (attachment.path("ContentType").asText().startsWith("application/pdf")) {
                return api.bytes(stack.url("AMENDS_MAIL_PORT") + "/api/v1/message/"
                        + message.path("ID").asText() + "/part/"
                        + attachment.path("PartID").asText());
            }
        }
        throw new AssertionError("no PDF in " + message.path("Subject"));
    }
}
