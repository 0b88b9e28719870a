package io.amends.notes.search;

import io.amends.contracts.api.MissingCause;
import io.amends.contracts.api.Recovery.Missing;
import io.amends.notes.dossier.Dossier;
import io.amends.notes.ticket.TicketResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found for a dialog, and what is not where it was any more (D3, D4).
 *
 * @param found in the order the dialog goes through them
 * @param missing those that an address once led to
 */
public record SearchResult(List<Match> found, List<Missing> missing) {

    /**
     * A response and the file of its ticket.
     *
     * @param response null: the ticket's case, for which no survey has come yet (A9)
     */
    public record Match(Dossier dossier, @Nullable TicketResponse response) {}

    /** The cause to tell where nothing was found at all. */
    public Missing cause() {
        return missing.isEmpty() ? new Missing(null, MissingCause.NONE, null) : missing.get(0);
    }
}
