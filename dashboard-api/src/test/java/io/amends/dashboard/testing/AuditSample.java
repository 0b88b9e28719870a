package io.amends.dashboard.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.AuditAction;
import io.amends.contracts.EventTypes;
import io.amends.contracts.Golden;
import io.amends.contracts.Json;
import io.amends.contracts.Topics;
import io.amends.kit.event.OutboundEvent;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.UUID;

/** An entry of the audit log as a service publishes it: the golden example, told by a T-0 whom tests can look for. */
public final class AuditSample {
    private final ObjectNode data = (ObjectNode) Golden.of(EventTypes.AUDIT_RECORDED);

    private AuditSample(String portal, String what) {
        data.put("portal", portal)
                .put("what", what)
                .put("who", "T-0")
                .put("key", "T-0")
                .put("reason", "T-0");
        data.put("subject", "T-0");
        data.set("before", data.objectNode().put("T-0", "T-0"));
        data.set("after", data.objectNode().put("T-0", "***"));
    }

    /** An entry of a kind that this version knows. */
    public static AuditSample of(String portal, AuditAction what) {
        return new AuditSample(portal, what.name());
    }

    /** An entry of a kind that a newer version has. */
    public static AuditSample later(String portal, String what) {
        return new AuditSample(portal, what);
    }

    /** The same with another field. */
    public AuditSample with(String field, String value) {
        data.put(field, value);
        return this;
    }

    /** The same with other fields before and after, as JSON. */
    public AuditSample changed(String before, String after) {
        data.set("before", tree(before));
        data.set("after", tree(after));
        return this;
    }

    /** The same at another time. */
    public AuditSample at(Instant moment) {
        return with("at", moment.toString());
    }

    /** The same without a field. */
    public AuditSample without(String field) {
        data.remove(field);
        return this;
    }

    private static JsonNode tree(String json) {
        try {
            return Json.MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The event, under an id of its own. */
    public OutboundEvent event() {
        return OutboundEvent.of(
                Topics.AUDIT,
                data.path("portal").asText("x"),
                UUID.randomUUID().toString(),
                EventTypes.AUDIT_RECORDED,
                data);
    }
}
