package io.amends.notes.ticket;

import io.amends.contracts.RecoveryDecided;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The newest decision about one response, and where the response was before.
 *
 * @param earlierGroups the groups it was in and is not any more (A8), so that old links can say where it went (D4)
 */
public record TicketResponse(RecoveryDecided decision, List<String> earlierGroups) {

    /** The newer of what was known and what arrives: the highest version counts, in any order of arrival (A3). */
    public static TicketResponse merge(@Nullable TicketResponse known, RecoveryDecided arrived) {
        if (known != null && known.decision.responseVersion() >= arrived.responseVersion()) {
            return known;
        }
        Set<String> groups = new LinkedHashSet<>();
        if (known != null) {
            groups.addAll(known.earlierGroups);
            groups.add(known.decision.supportGroup());
        }
        if (arrived.previousGroup() != null) {
            groups.add(arrived.previousGroup());
        }
        groups.remove(arrived.supportGroup());
        return new TicketResponse(arrived, List.copyOf(groups));
    }

    public String responseId() {
        return decision.responseId();
    }

    /** Whether no other response has replaced it (A4). */
    public boolean current() {
        return decision.supersededBy() == null;
    }

    /** Whether it is in this group now, or was. */
    public boolean everIn(String group) {
        return decision.supportGroup().equals(group) || earlierGroups.contains(group);
    }
}
