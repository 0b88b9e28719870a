package io.amends.notes.ticket;

import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.RecoveryDecided.Standing;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The newest decision about one response, and where the response was before.
 *
 * @param decision of its highest valid version; while none is known, what withdrew it
 * @param earlierGroups the groups it was in and is not any more (A8), so that old links can say where it went (D4)
 * @param withdrawal a higher version waits in quarantine (A5): until it is repaired the response counts for nothing
 */
public record TicketResponse(
        RecoveryDecided decision, List<String> earlierGroups, @Nullable RecoveryDecided withdrawal) {

    /**
     * What is known after another decision arrived: of the valid versions and of the withdrawn ones the highest counts
     * (A3, A5), in any order of arrival.
     */
    public static TicketResponse merge(@Nullable TicketResponse known, RecoveryDecided arrived) {
        if (arrived.standing() == Standing.WITHDRAWN) {
            return known == null ? new TicketResponse(arrived, List.of(), arrived) : known.withdrawnBy(arrived);
        }
        RecoveryDecided leading = known == null || known.outdatedBy(arrived) ? arrived : known.decision;
        Set<String> groups = new TreeSet<>();
        if (known != null) {
            groups.addAll(known.earlierGroups);
            if (known.decision.standing() != Standing.WITHDRAWN) {
                groups.add(known.decision.supportGroup());
            }
        }
        groups.add(arrived.supportGroup());
        if (arrived.previousGroup() != null) {
            groups.add(arrived.previousGroup());
        }
        groups.remove(leading.supportGroup());
        RecoveryDecided withdrawal = known == null ? null : known.withdrawal;
        boolean still = withdrawal != null && withdrawal.responseVersion() > leading.responseVersion();
        return new TicketResponse(leading, List.copyOf(groups), still ? withdrawal : null);
    }

    private TicketResponse withdrawnBy(RecoveryDecided arrived) {
        if (arrived.responseVersion() <= version()) {
            return this;
        }
        return new TicketResponse(
                decision.standing() == Standing.WITHDRAWN ? arrived : decision, earlierGroups, arrived);
    }

    /** Whether an arriving decision says where the response belongs from now on. */
    public boolean outdatedBy(RecoveryDecided arrived) {
        return arrived.standing() != Standing.WITHDRAWN
                && (decision.standing() == Standing.WITHDRAWN
                        || decision.responseVersion() < arrived.responseVersion());
    }

    /** The highest version that is known, valid or not. */
    public long version() {
        return withdrawal == null ? decision.responseVersion() : withdrawal.responseVersion();
    }

    public String responseId() {
        return decision.responseId();
    }

    /** Whether it counts: no other response has replaced it (A4), and no later version withdrew it (A5). */
    public boolean current() {
        return decision.standing() != Standing.REPLACED && withdrawal == null;
    }

    /** What the customer last said about being contacted: a NO is one even in a version that is not valid (B4). */
    public RecoveryDecided onContact() {
        return withdrawal != null && withdrawal.contact() == RecoveryDecided.Contact.FORBIDDEN ? withdrawal : decision;
    }

    /** Whether it is in this group now, or was. */
    public boolean everIn(String group) {
        return decision.supportGroup().equals(group) || earlierGroups.contains(group);
    }
}
