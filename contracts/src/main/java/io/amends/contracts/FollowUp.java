package io.amends.contracts;

import org.jspecify.annotations.Nullable;

/**
 * The data of {@code amends.followup.requested} and {@code .skipped} (E1, E2): all that a survey tool needs.
 *
 * @param followUpId stable per closing of a case, so that a repetition is recognised
 * @param reason why it was skipped; null on requested
 */
public record FollowUp(
        String followUpId,
        String portal,
        String caseId,
        String ticketId,
        String responseId,
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
        NO_FOLLOW_UP
    }
}
