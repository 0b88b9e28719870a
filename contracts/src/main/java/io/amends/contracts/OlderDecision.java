package io.amends.contracts;

import io.amends.contracts.RecoveryDecided.Standing;
import org.jspecify.annotations.Nullable;

/**
 * Reads the standing of decisions that are older than its field. It is the only place that asks a sentence what happened.
 *
 * <p>Release 0.1.0 is the first that writes the field. Its topic keeps decisions for 400 days, so that 400 days after that
 * release every decision there has it. What recovery-rules, alerting, notes-service and dashboard-api have stored is kept
 * longer: before this class goes, their tables have to be given the field by a migration.
 */
public final class OlderDecision {
    // As recovery-rules wrote them. What it writes today may change, and these may not.
    private static final String REPLACED = "Not flagged: a newer response";
    private static final String REPLACED_BY = "Not flagged: the newer response ";
    private static final String WITHDRAWN = "Not flagged: the response was withdrawn";

    private OlderDecision() {}

    /**
     * The standing of a decision that does not tell it.
     *
     * @param withdrawn its mark, which the oldest decisions lack as well
     * @param summary its sentence
     */
    public static Standing standing(@Nullable String supersededBy, boolean withdrawn, @Nullable String summary) {
        String said = Absent.or(summary, "");
        if (withdrawn || said.startsWith(WITHDRAWN)) {
            return Standing.WITHDRAWN;
        }
        boolean replaced = supersededBy != null || said.startsWith(REPLACED) || said.startsWith(REPLACED_BY);
        return replaced ? Standing.REPLACED : Standing.COUNTS;
    }
}
