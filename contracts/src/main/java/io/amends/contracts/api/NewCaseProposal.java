package io.amends.contracts.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.amends.contracts.CaseView.Outcome;
import io.amends.contracts.WrittenFreely;
import io.amends.contracts.api.CaseProposal.ProposedStep;
import org.jspecify.annotations.Nullable;

/**
 * What is posted to propose something for a case (H1).
 *
 * @param outcome for a closing, with the three that follow, as in {@link CloseRequest}
 * @param owner for handing over: the contact who is to have the case
 * @param reason why, 1 to 2,000 characters
 */
@WrittenFreely
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewCaseProposal(
        @Nullable ProposedStep what,
        @Nullable Outcome outcome,
        @Nullable String rootCause,
        @Nullable Boolean sendFollowUp,
        @Nullable String approval,
        @Nullable String owner,
        @Nullable String reason) {

    /** A closing as it is proposed. */
    public static NewCaseProposal closing(CloseRequest closing, @Nullable String reason) {
        return new NewCaseProposal(
                ProposedStep.CLOSE,
                closing.outcome(),
                closing.rootCause(),
                closing.sendFollowUp(),
                closing.approval(),
                null,
                reason);
    }
}
