package io.amends.dashboard.recovery;

import io.amends.contracts.StorableText;
import io.amends.contracts.api.CaseProposal.ProposedStep;
import io.amends.contracts.api.NewCaseProposal;
import jakarta.ws.rs.FormParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The form that declines a case or hands it over, as it is posted (D7, H1). */
public class StepForm {
    /** Which response was shown; more than one where a form contradicts itself. */
    @FormParam("response")
    List<String> response = List.of();

    /** Which case of it was shown. */
    @FormParam("case")
    List<String> caseId = List.of();

    /** The contact who is to have the case. */
    @FormParam("owner")
    @Nullable
    String owner;

    @FormParam("reason")
    @Nullable
    String reason;

    /** Who is to have the case; null: nobody was chosen. */
    @Nullable
    String whom() {
        return owner == null || owner.isBlank() ? null : owner;
    }

    /** Why; null: nothing was typed. */
    @Nullable
    String because() {
        return StorableText.typed(reason);
    }

    /** What is sent. */
    NewCaseProposal proposal(ProposedStep what) {
        return new NewCaseProposal(
                what, null, null, null, null, what == ProposedStep.HAND_OVER ? whom() : null, because());
    }

    /** The form as it is shown again, with what is wrong with it. */
    DialogView.Closing again(ProposedStep what, String error) {
        String chosen = whom();
        String said = because();
        return DialogView.Closing.FRESH
                .but(error)
                .beside(new DialogView.TypedStep(what, chosen == null ? "" : chosen, said == null ? "" : said));
    }
}
