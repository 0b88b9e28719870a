package io.amends.ingest.submission;

import io.amends.contracts.Topics;
import io.amends.contracts.directory.EntryRules;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The topics that one owner writes to, each with its portal (H3). A topic has one portal, whatever the bodies on it say;
 * a portal may have several topics. Everything else comes by the common topic.
 */
public final class PortalTopics {
    // Kafka's own rule for a topic's name; the dead letters' name is longer by what is added to it.
    private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9._-]{1,200}");
    private static final String OURS = "amends.";

    private final Map<String, String> portals;

    private PortalTopics(Map<String, String> portals) {
        this.portals = portals;
    }

    /**
     * Reads {@code acme=crm.acme.surveys,beta=crm.beta.surveys}. Blanks around names and empty parts count for nothing.
     *
     * @throws IllegalArgumentException if a part is not {@code portal=topic}, a topic is listed twice, or is one of
     *     Amends's own: nobody could say whose it is
     */
    public static PortalTopics of(String configured) {
        Map<String, String> portals = new LinkedHashMap<>();
        for (String part : configured.split(",")) {
            if (part.isBlank()) {
                continue;
            }
            String[] sides = part.split("=", 2);
            String portal = sides[0].strip();
            String topic = sides.length == 2 ? sides[1].strip() : "";
            if (!EntryRules.isCode(portal) || !TOPIC.matcher(topic).matches()) {
                throw wrong("has '" + part.strip() + "', which is not portal=topic");
            }
            if (topic.startsWith(OURS)) {
                throw wrong("names " + topic + ", and topics that begin with " + OURS + " are Amends's own");
            }
            if (portals.putIfAbsent(topic, portal) != null) {
                throw wrong("names " + topic + " twice, and a topic has one portal");
            }
        }
        return new PortalTopics(portals);
    }

    private static IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("AMENDS_PORTAL_TOPICS " + what);
    }

    /** The topics, in the order in which they are listed. */
    public Set<String> names() {
        return portals.keySet();
    }

    /** The portal that a topic belongs to; null for the common topic {@link Topics#SUBMITTED}, where the body says it. */
    public @Nullable String portal(String topic) {
        return portals.get(topic);
    }
}
