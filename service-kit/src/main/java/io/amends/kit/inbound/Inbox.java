package io.amends.kit.inbound;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * The deliveries a consumer has already had, by the CloudEvents identity (source and id). The insert runs in the
 * transaction of the effect, so that either both are there or neither: that makes at-least-once transport an
 * exactly-once effect.
 */
public final class Inbox {

    private Inbox() {}

    /** Identity of a delivery. */
    public record InboxKey(String source, String id) {}

    /**
     * Notes the deliveries as had.
     *
     * @return those that were new; a second one of the same identity within the batch is not new either
     */
    public static Set<InboxKey> enter(Handle tx, String consumer, Collection<InboxKey> deliveries) {
        if (deliveries.isEmpty()) {
            return Set.of();
        }
        // ON CONFLICT rather than catching the duplicate: an error would abort the transaction. Sorted: no deadlocks.
        List<InboxKey> sorted = deliveries.stream()
                .distinct()
                .sorted(java.util.Comparator.comparing(InboxKey::source).thenComparing(InboxKey::id))
                .toList();
        return new HashSet<>(tx.createQuery(
                        """
                        INSERT INTO inbox (consumer, source, id)
                        SELECT :consumer, s, i FROM unnest(:sources, :ids) AS d(s, i)
                        ON CONFLICT DO NOTHING RETURNING source, id""")
                .bind("consumer", consumer)
                .bindArray(
                        "sources",
                        String.class,
                        sorted.stream().map(InboxKey::source).toList())
                .bindArray(
                        "ids", String.class, sorted.stream().map(InboxKey::id).toList())
                .map((rs, ctx) -> new InboxKey(rs.getString(1), rs.getString(2)))
                .list());
    }

    /** Forgets deliveries older than what Kafka can still repeat, a bounded number at a time. */
    public static int forget(Handle tx, Instant before, int atMost) {
        return tx.createUpdate(
                        """
                        DELETE FROM inbox WHERE ctid IN
                        (SELECT ctid FROM inbox WHERE received_at < :before LIMIT :atMost)""")
                .bind("before", before)
                .bind("atMost", atMost)
                .execute();
    }
}
