package io.amends.rules.backtest.tally;

import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.SurveyResponse;
import io.amends.rules.decision.Decider;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a backtest needs of a decision made live.
 *
 * @param counts whether the response counted: it had not been replaced or withdrawn
 * @param candidate whether it was decided that someone should act on it
 * @param overall the overall score as it was read then; null where none was given
 * @param threshold in force then
 */
public record PastDecision(
        String responseId,
        long responseVersion,
        boolean counts,
        boolean candidate,
        String policyVersion,
        @Nullable BigDecimal overall,
        BigDecimal threshold,
        SurveyResponse response) {

    /** The same of the whole event. */
    public static PastDecision of(RecoveryDecided decision) {
        return new PastDecision(
                decision.responseId(),
                decision.responseVersion(),
                Decider.counted(
                        decision.kind(),
                        decision.supersededBy(),
                        decision.explanation().summary()),
                decision.candidate(),
                decision.policyVersion(),
                decision.explanation().overall(),
                decision.explanation().threshold(),
                decision.response());
    }
}
