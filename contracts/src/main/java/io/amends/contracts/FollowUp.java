package io.amends.contracts;

import org.jspecify.annotations.Nullable;

/**
 * The data of {@code amends.followup.requested} and {@code .skipped} (E1, E2): all that a survey tool needs.
 *
 * @param followUpId stable per closing of a case, and per request that asks for a survey (A9), so that a repetition is
 *     recognised
 * @param responseId null for an invitation without a survey before it (A9)
 * @param reason why it was skipped; null on requested
 */
public record FollowUp(
        String followUpId,
        String portal,
        String caseId,
        String ticketId,
        @Nullable String responseId,
        String supportGroup,
        @Nullable Customer customer,
        @Nullable String language,
        @Nullable String brand,
        @Nullable String channel,
        @Nullable SkipReason reason) {

    /** Why there is no follow-up survey. */
    public enum SkipReason {
        CONTACT_REFUSED,
        TAG_REMOVED,
        NOT_REQUESTED,
        NO_FOLLOW_UP,
        /** The customer has answered a survey about the ticket, so that no request invites them to one (A9). */
        ANSWERED,
        /** The customer wants no surveys. */
        OPTED_OUT
    }
}
