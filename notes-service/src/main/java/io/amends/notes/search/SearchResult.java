package io.amends.notes.search;

import io.amends.contracts.api.MissingCause;
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

    /** A response and the file of its ticket. */
    public record Match(Dossier dossier, TicketResponse response) {}

    /**
     * A response that is not where it was.
     *
     * @param responseId null where there never was one
     * @param location the address of where it is now; null where there is none
     */
    public record Missing(@Nullable String responseId, MissingCause cause, @Nullable String location) {}

    /** The cause to tell where nothing was found at all. */
    public Missing cause() {
        return missing.isEmpty() ? new Missing(null, MissingCause.NONE, null) : missing.get(0);
    }
}
