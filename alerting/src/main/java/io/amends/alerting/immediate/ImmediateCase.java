package io.amends.alerting.immediate;

import io.amends.alerting.digest.Candidate;
import io.amends.alerting.digest.Recipients;
import java.time.Instant;
import java.util.Comparator;

/**
 * A case that one contact is to be told of at once.
 *
 * @param candidate as it stands now
 * @param flaggedAt when that was decided
 * @param solved whether its case was closed since it was decided
 */
public record ImmediateCase(Candidate candidate, Instant flaggedAt, boolean solved) {
    /** Which one leads: what is still to be done, then who waits longest. */
    public static final Comparator<ImmediateCase> FIRST = Comparator.comparing(ImmediateCase::solved)
            .thenComparing(one -> one.candidate().decision().response().submittedAt())
            .thenComparing(one -> one.candidate().decision().responseId());

    /**
     * Whether it is still theirs to hear: not what a digest told them meanwhile, was replaced, taken back or given to another
     * group. What was solved meanwhile is, and is marked so (C10).
     */
    public boolean concerns(String contact, Recipients recipients) {
        return ImmediateAudience.of(candidate, false, recipients).contains(contact);
    }
}
