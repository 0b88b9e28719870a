package io.amends.rules.backtest.core;

import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.RecoveryDecided.Standing;
import io.amends.contracts.SurveyResponse;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a backtest needs of a decision made live.
 *
 * @param standing whether the response counted then
 * @param candidate whether it was decided that someone should act on it
 * @param overall the overall score as it was read then; null where none was given
 * @param threshold in force then
 */
public record PastDecision(
        String responseId,
        long responseVersion,
        Standing standing,
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
                decision.standing(),
                decision.candidate(),
                decision.policyVersion(),
                decision.explanation().overall(),
                decision.explanation().threshold(),
                decision.response());
    }
}
