package io.amends.notes.ticket;

import io.amends.contracts.TicketKey;
import java.util.Comparator;

/** A ticket within its portal. Its order is the order in which rows are locked, so that no two workers deadlock. */
public record TicketId(String portal, String ticketId) implements Comparable<TicketId> {
    private static final Comparator<TicketId> ORDER =
            Comparator.comparing(TicketId::portal).thenComparing(TicketId::ticketId);

    @Override
    public int compareTo(TicketId other) {
        return ORDER.compare(this, other);
    }

    /** The record key of the topics, {@code portal:ticket}. */
    public String key() {
        return TicketKey.of(portal, ticketId, "");
    }
}
