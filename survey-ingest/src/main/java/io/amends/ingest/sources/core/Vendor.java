package io.amends.ingest.sources.core;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.directory.SourceDefaults;
import io.amends.contracts.directory.SourceMapping;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that is different from vendor to vendor (A10). A new one is a class, its preset, a sample for its tests and a page of
 * the documentation. Each is stateless.
 */
public interface Vendor {
    /** How far a signed time may be away from ours. */
    Duration TOLERANCE = Duration.ofMinutes(5);

    /** The header in which a secret comes itself, where the source names no other one. */
    String KEY_HEADER = "X-Api-Key";

    /**
     * Whether a webhook was made by who knows the secret, judged on its raw bytes and in constant time.
     *
     * @param defaults those of the source, of which one is a header's name
     * @param now against which a signed time is held
     */
    boolean genuine(Webhook webhook, String secret, SourceDefaults defaults, Instant now);

    /** What is wrong with a secret that somebody wants to set; null where nothing is. */
    default @Nullable String secretFault(String secret) {
        return null;
    }

    /** What the vendor calls this sending in a header of its own; null where it calls it nothing there. */
    default @Nullable String messageId(Webhook webhook) {
        return null;
    }

    /** Whether it only asks whether somebody listens, and so is answered and never taken, signed or not. */
    default boolean asksWhetherSomebodyListens(Webhook webhook) {
        return false;
    }

    /**
     * The events in a body.
     *
     * @throws UnreadableBody if it is not what the vendor sends
     */
    List<VendorEvent> events(byte[] body, @Nullable String messageId) throws UnreadableBody;

    /**
     * The bodies that a mapping reads in what somebody shows as a sample: of a vendor whose webhooks only name the response
     * it is the response as it is fetched.
     *
     * @throws UnreadableBody if it is not what the vendor sends
     */
    default List<JsonNode> samples(byte[] body) throws UnreadableBody {
        return events(body, null).stream().map(VendorEvent::body).toList();
    }

    /** What the vendor fixes of a mapping, for a body of that shape. */
    SourceMapping preset(JsonNode body);

    /** The answers in a body, and whatever else of it is told by name and may be worth keeping. */
    List<VendorAnswer> answers(JsonNode body);

    /** How answers are fetched; empty where webhooks have them. */
    default Optional<Fetching> fetching() {
        return Optional.empty();
    }
}
