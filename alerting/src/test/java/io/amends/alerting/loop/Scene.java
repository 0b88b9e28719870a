package io.amends.alerting.loop;

import static org.awaitility.Awaitility.await;

import io.amends.contracts.EventTypes;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.TicketKey;
import io.amends.contracts.Topics;
import io.amends.contracts.testing.DecisionBuilder;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.produce.EventProducer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Publishes what the other services would, and waits until alerting has it. */
@Singleton
public class Scene {
    static final Duration SOON = Duration.ofSeconds(20);
    /** The end of the usual period of {@link #portal}. */
    static final String AT = "2026-11-20T09:00:00Z";
    /** A moment within that period. */
    static final String IN_PERIOD = "2026-11-20T08:00:00Z";

    private final EventProducer producer;
    private final DirectoryView directory;
    private final Jdbi jdbi;

    Scene(EventProducer producer, DirectoryView directory, Jdbi jdbi) {
        this.producer = producer;
        this.directory = directory;
        this.jdbi = jdbi;
    }

    /** A portal in UTC with alerts at 09:00, group NET with a lead and an also-alert, and group LONE without anybody. */
    String portal(Map<String, Object> more) {
        String cpc = "p" + UUID.randomUUID().toString().substring(0, 8);
        entry(cpc, "contact", "lead", Map.of("name", "Lea Lead", "email", "lead@" + cpc + ".example"));
        entry(cpc, "contact", "also", Map.of("name", "Al So", "email", "also@" + cpc + ".example"));
        entry(cpc, "contact", "admin", Map.of("name", "Ad Min", "email", "admin@" + cpc + ".example"));
        entry(cpc, "group", "NET", Map.of("name", "Network", "supportLead", "lead", "alsoAlerts", List.of("also")));
        entry(cpc, "group", "APAC", Map.of("name", "Asia", "supportLead", "also"));
        entry(cpc, "group", "LONE", Map.of("name", "Lonely"));
        entry(cpc, "portal", cpc, preferences(more));
        await().atMost(SOON).until(() -> directory.portal(cpc) != null);
        return cpc;
    }

    /** Changes a contact of a portal, who keeps their address; a change of the preferences behind it waits for it. */
    void contact(String cpc, String id, Map<String, Object> more) {
        Map<String, Object> contact = new java.util.HashMap<>(Map.of("name", id, "email", id + "@" + cpc + ".example"));
        contact.putAll(more);
        entry(cpc, "contact", id, contact);
    }

    /** Changes preferences of a portal, and waits until alerting has them. */
    void changed(String cpc, Map<String, Object> more) {
        Object before = directory.require(cpc).portal();
        entry(cpc, "portal", cpc, preferences(more));
        await().atMost(SOON).until(() -> !directory.require(cpc).portal().equals(before));
    }

    private static Map<String, Object> preferences(Map<String, Object> more) {
        Map<String, Object> portal = new java.util.HashMap<>(Map.of(
                "name", "Acme", "timeZone", "UTC", "alertTime", "09:00", "admins", List.of("admin"), "lateDays", 3650));
        portal.putAll(more);
        return portal;
    }

    void entry(String cpc, String type, String code, Map<String, Object> entry) {
        producer.sendAll(List.of(OutboundEvent.of(
                Topics.DIRECTORY,
                cpc + "/" + type + "/" + code,
                UUID.randomUUID().toString(),
                "amends." + type,
                entry)));
    }

    /** Takes an entry away. */
    void gone(String cpc, String type, String code) {
        producer.sendAll(List.of(OutboundEvent.tombstone(
                Topics.DIRECTORY,
                cpc + "/" + type + "/" + code,
                UUID.randomUUID().toString(),
                "amends." + type)));
    }

    /** Publishes decisions and waits until the newest of each is stored. */
    void decided(String cpc, DecisionBuilder... decisions) {
        List<OutboundEvent> events = new ArrayList<>();
        List<RecoveryDecided> built = new ArrayList<>();
        for (DecisionBuilder one : decisions) {
            one.portal(cpc);
            RecoveryDecided decision = one.build();
            built.add(decision);
            events.add(OutboundEvent.of(
                    Topics.DECIDED,
                    TicketKey.of(cpc, decision.ticketId(), decision.responseId()),
                    decision.decisionId(),
                    EventTypes.RECOVERY_DECIDED,
                    decision));
        }
        producer.sendAll(events);
        await().atMost(SOON).until(() -> built.stream().allMatch(this::stored));
    }

    private boolean stored(RecoveryDecided decision) {
        return jdbi.withHandle(handle -> handle.createQuery(
                                "SELECT count(*) FROM candidate WHERE portal = :p AND response_id = :r AND response_version >= :v")
                        .bind("p", decision.portal())
                        .bind("r", decision.responseId())
                        .bind("v", decision.responseVersion())
                        .mapTo(Long.class)
                        .one())
                == 1;
    }
}
