package io.amends.kit.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.AuditAction;
import io.amends.contracts.AuditRecorded;
import io.amends.contracts.Json;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A change as the place that makes it tells it (H4). Only fields that are named as such are told with their values: of all
 * others the log says that they changed, so that no secret and no text of a customer can get into it by being forgotten.
 *
 * @param portal whose it is, or {@link AuditRecorded#INSTALLATION}
 * @param subject what was changed, as kind and id with a slash between
 * @param before the fields that changed, as they were; null where there was nothing
 * @param after the same fields as they are; null where there is nothing any more
 * @param reason why, in the words of whoever did it; null where none was asked for
 */
public record AuditChange(
        String portal,
        AuditAction what,
        String subject,
        @Nullable ObjectNode before,
        @Nullable ObjectNode after,
        @Nullable String reason) {

    /** A change of which nothing more is known yet. */
    public static AuditChange of(String portal, AuditAction what, String subject) {
        return new AuditChange(portal, what, subject, null, null, null);
    }

    /** The same with a reason. */
    public AuditChange because(@Nullable String why) {
        return new AuditChange(portal, what, subject, before, after, why);
    }

    /** The same with what is there now. The values are told as they are: give none that is a secret or a customer's text. */
    public AuditChange now(Map<String, ?> fields) {
        return new AuditChange(portal, what, subject, before, Json.MAPPER.valueToTree(fields), reason);
    }

    /** The same with what was there before. The values are told as they are, as in {@link #now}. */
    public AuditChange was(Map<String, ?> fields) {
        return new AuditChange(portal, what, subject, Json.MAPPER.valueToTree(fields), after, reason);
    }

    /**
     * The same with the fields in which two objects differ; a field that is null or absent on both sides is none of them.
     *
     * @param was the object before; null where there was none
     * @param is the object after; null where there is none any more
     * @param told the names of the fields whose values are told; of the others only that they changed
     */
    public AuditChange fields(@Nullable ObjectNode was, @Nullable ObjectNode is, Predicate<String> told) {
        ObjectNode from = was == null ? null : Json.MAPPER.createObjectNode();
        ObjectNode to = is == null ? null : Json.MAPPER.createObjectNode();
        for (String name : names(was, is)) {
            JsonNode old = value(was, name);
            JsonNode fresh = value(is, name);
            if (!old.equals(fresh)) {
                put(from, name, old, told);
                put(to, name, fresh, told);
            }
        }
        return new AuditChange(portal, what, subject, from, to, reason);
    }

    /** Whether it was said what differs, and nothing does. */
    public boolean nothing() {
        return before != null && before.isEmpty() && after != null && after.isEmpty();
    }

    private static Set<String> names(@Nullable ObjectNode was, @Nullable ObjectNode is) {
        Set<String> names = new TreeSet<>();
        if (was != null) {
            was.fieldNames().forEachRemaining(names::add);
        }
        if (is != null) {
            is.fieldNames().forEachRemaining(names::add);
        }
        return names;
    }

    private static JsonNode value(@Nullable ObjectNode object, String name) {
        JsonNode value = object == null ? null : object.get(name);
        return value == null ? NullNode.getInstance() : value;
    }

    private static void put(@Nullable ObjectNode side, String name, JsonNode value, Predicate<String> told) {
        if (side != null) {
            side.set(name, value.isNull() || told.test(name) ? value : side.textNode(AuditRecorded.HIDDEN));
        }
    }
}
