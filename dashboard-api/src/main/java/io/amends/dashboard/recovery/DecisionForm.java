package io.amends.dashboard.recovery;

import io.amends.contracts.StorableText;
import io.amends.contracts.api.CaseProposalDecision;
import jakarta.ws.rs.FormParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The form that accepts or refuses what is proposed for a case, as it is posted (H1). */
public class DecisionForm {
    /** The button that accepts. */
    public static final String ACCEPT = "accept";

    /** The button that refuses. */
    public static final String REFUSE = "refuse";

    /** Which response was shown. */
    @FormParam("response")
    List<String> response = List.of();

    /** Which proposal of its case was shown. */
    @FormParam("proposal")
    List<String> proposal = List.of();

    /** Which button. */
    @FormParam("decision")
    @Nullable
    String decision;

    @FormParam("reason")
    @Nullable
    String reason;

    /** What is sent. */
    CaseProposalDecision said() {
        return new CaseProposalDecision(StorableText.typed(reason));
    }
}
