package io.amends.ingest.component;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** A survey response as a source sends it, valid by default, with ids of its own. */
final class Survey {
    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    private final ObjectNode body = Json.MAPPER.createObjectNode();

    Survey() {
        body.put("portal", "acme")
                .put("responseId", "r-" + UUID.randomUUID())
                .put("ticketId", "T-" + UUID.randomUUID())
                .put("supportGroup", "G1")
                .put("submittedAt", now().minusSeconds(3600).toString())
                .put("updatedAt", now().minusSeconds(3600).toString());
        body.putObject("measures").put("csat", 1);
    }

    Survey with(String field, String value) {
        body.put(field, value);
        return this;
    }

    Survey without(String field) {
        body.remove(field);
        return this;
    }

    Survey score(String measure, double value) {
        ((ObjectNode) body.get("measures")).put(measure, value);
        return this;
    }

    String id() {
        return body.get("responseId").textValue();
    }

    String ticket() {
        return body.get("ticketId").textValue();
    }

    String json() {
        return body.toString();
    }

    byte[] bytes() {
        return json().getBytes(UTF_8);
    }

    ObjectNode tree() {
        return body;
    }
}
