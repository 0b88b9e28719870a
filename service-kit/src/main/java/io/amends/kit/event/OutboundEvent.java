package io.amends.kit.event;

import io.amends.contracts.Json;
import org.jspecify.annotations.Nullable;

/**
 * An event to be published in binary mode.
 *
 * @param key the record key: order holds per key
 * @param id derived from what the event says, so that a repetition is recognised downstream
 * @param data JSON; null is a tombstone
 */
public record OutboundEvent(
        String topic, String key, String id, String type, @Nullable String subject, byte @Nullable [] data) {

    /** An event whose data is written as JSON and whose subject is its key. */
    public static OutboundEvent of(String topic, String key, String id, String type, Object data) {
        return new OutboundEvent(topic, key, id, type, key, Json.event(data));
    }

    /** The deletion of a key in a compacted topic; its headers still say what it was. */
    public static OutboundEvent tombstone(String topic, String key, String id, String type) {
        return new OutboundEvent(topic, key, id, type, key, null);
    }
}
