package io.amends.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The data of {@code amends.case.opened}, {@code .note-added}, {@code .closed}, {@code .reopened}, {@code .moved}: a case
 * after a change (D7, D8). Notes may come without a case: a note can be written on any response.
 *
 * @param caseVersion grows by one with every event of this ticket, from 1; consumers keep the highest
 * @param responseId null while the ticket has only a request, and no response yet (A9)
 * @param noteCount notes on this response, including this one
 * @param everSpoke whether any note of this response says the customer was spoken to
 */
public record CaseChanged(
        String portal,
        @Nullable CaseView caseView,
        String ticketId,
        @Nullable String responseId,
        String supportGroup,
        long caseVersion,
        @Nullable NoteView note,
        int noteCount,
        boolean everSpoke,
        Instant at) {}
