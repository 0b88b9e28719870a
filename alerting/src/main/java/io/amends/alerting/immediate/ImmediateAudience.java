package io.amends.alerting.immediate;

import io.amends.alerting.digest.Candidate;
import io.amends.alerting.digest.Recipients;
import java.util.List;

/**
 * Who is told of a case at once: whoever gets the group's cases, and whom rules name (B5), but for whom a digest has told it
 * (C7).
 */
public final class ImmediateAudience {
    private ImmediateAudience() {}

    /**
     * The contacts to tell, each once; nobody where the case waits for the digest.
     *
     * @param candidate as it stands now
     * @param solved whether its case was closed since it was decided
     */
    public static List<String> of(Candidate candidate, boolean solved, Recipients recipients) {
        if (solved || ImmediateWhy.of(candidate.decision(), recipients.portal()) == null) {
            return List.of();
        }
        return recipients.hearing(candidate.decision()).stream()
                .filter(contact -> !candidate.shownTo().contains(contact))
                .toList();
    }
}
