package io.amends.ingest.recorder;

import io.amends.contracts.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Tells first deliveries from repetitions, and repetitions from another body under the same id (A2). */
final class DeliveryLog {
    private static final Comparator<Delivery.Identity> SORTED = Comparator.comparing(Delivery.Identity::portal)
            .thenComparing(Delivery.Identity::source)
            .thenComparing(Delivery.Identity::id);

    private DeliveryLog() {}

    /**
     * What a batch of deliveries turned out to be.
     *
     * @param fresh in order
     * @param conflicts other bodies under an id that was used before
     */
    record LoggedBatch(List<Delivery> fresh, int repeated, List<Delivery> conflicts) {}

    /** Notes the deliveries as had, in the transaction of their effect. */
    static LoggedBatch enter(Handle tx, List<Delivery> deliveries) {
        Map<Delivery.Identity, Delivery> first = new LinkedHashMap<>();
        deliveries.forEach(d -> first.putIfAbsent(d.identity(), d));
        Set<Delivery.Identity> fresh = insert(tx, first);
        Map<Delivery.Identity, String> hashes = had(tx, first, fresh);
        first.forEach((identity, d) -> hashes.putIfAbsent(identity, d.version().bodyHash()));
        List<Delivery> apply = new ArrayList<>();
        List<Delivery> conflicts = new ArrayList<>();
        for (Delivery d : deliveries) {
            if (fresh.remove(d.identity())) {
                apply.add(d);
            } else if (!d.version().bodyHash().equals(hashes.get(d.identity()))) {
                conflicts.add(d);
            }
        }
        list(tx, conflicts);
        return new LoggedBatch(apply, deliveries.size() - apply.size() - conflicts.size(), conflicts);
    }

    /** Forgets what Kafka cannot repeat any more, a bounded number at a time. */
    static int forget(Handle tx, int olderThanDays, int atMost) {
        return tx.createUpdate(
                        """
                        DELETE FROM delivery WHERE ctid IN (SELECT ctid FROM delivery
                        WHERE received_at < now() - make_interval(days => :days) LIMIT :atMost)""")
                .bind("days", olderThanDays)
                .bind("atMost", atMost)
                .execute();
    }

    private static Set<Delivery.Identity> insert(Handle tx, Map<Delivery.Identity, Delivery> first) {
        // Sorted, so that two consumers with the same deliveries wait for each other instead of deadlocking.
        List<Delivery> sorted = first.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(SORTED))
                .map(Map.Entry::getValue)
                .toList();
        return tx
                .createQuery(
                        """
                        INSERT INTO delivery (portal, source, id, body_hash)
                        SELECT * FROM unnest(:portals, :sources, :ids, :hashes)
                        ON CONFLICT DO NOTHING RETURNING portal, source, id""")
                .bindArray(
                        "portals",
                        String.class,
                        sorted.stream().map(Delivery::portal).toList())
                .bindArray(
                        "sources",
                        String.class,
                        sorted.stream().map(Delivery::source).toList())
                .bindArray(
                        "ids", String.class, sorted.stream().map(Delivery::id).toList())
                .bindArray(
                        "hashes",
                        String.class,
                        sorted.stream().map(d -> d.version().bodyHash()).toList())
                .map((rs, ctx) -> new Delivery.Identity(rs.getString(1), rs.getString(2), rs.getString(3)))
                .stream()
                .collect(Collectors.toSet());
    }

    private static Map<Delivery.Identity, String> had(
            Handle tx, Map<Delivery.Identity, Delivery> first, Set<Delivery.Identity> fresh) {
        List<Delivery.Identity> seen =
                first.keySet().stream().filter(i -> !fresh.contains(i)).toList();
        Map<Delivery.Identity, String> hashes = new HashMap<>();
        if (!seen.isEmpty()) {
            tx.createQuery(
                            """
                            SELECT portal, source, id, body_hash FROM delivery
                            WHERE (portal, source, id) IN (SELECT * FROM unnest(:portals, :sources, :ids))""")
                    .bindArray(
                            "portals",
                            String.class,
                            seen.stream().map(Delivery.Identity::portal).toList())
                    .bindArray(
                            "sources",
                            String.class,
                            seen.stream().map(Delivery.Identity::source).toList())
                    .bindArray(
                            "ids",
                            String.class,
                            seen.stream().map(Delivery.Identity::id).toList())
                    .map((rs, ctx) -> Map.entry(
                            new Delivery.Identity(rs.getString(1), rs.getString(2), rs.getString(3)), rs.getString(4)))
                    .forEach(e -> hashes.put(e.getKey(), e.getValue()));
        }
        return hashes;
    }

    private static void list(Handle tx, List<Delivery> conflicts) {
        for (Delivery d : conflicts) {
            tx.createUpdate(
                            """
                            INSERT INTO conflict (portal, source, event_id, body_hash, accepted_at, response)
                            VALUES (:portal, :source, :id, :hash, :acceptedAt, CAST(:response AS jsonb))
                            ON CONFLICT DO NOTHING""")
                    .bind("portal", d.portal())
                    .bind("source", d.source())
                    .bind("id", d.id())
                    .bind("hash", d.version().bodyHash())
                    .bind("acceptedAt", d.version().acceptedAt())
                    .bind(
                            "response",
                            new String(Json.write(d.version().body()), java.nio.charset.StandardCharsets.UTF_8))
                    .execute();
        }
    }
}
