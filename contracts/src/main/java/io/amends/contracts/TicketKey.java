package io.amends.contracts;

import org.jspecify.annotations.Nullable;

/** The record key of every topic that Amends writes about a ticket. */
public final class TicketKey {
    private TicketKey() {}

    /** {@code portal:ticket}, or {@code portal:~response} where the ticket is missing. */
    public static String of(String portal, @Nullable String ticketId, String responseId) {
        return ticketId == null ? portal + ":~" + responseId : portal + ":" + ticketId;
    }
}
