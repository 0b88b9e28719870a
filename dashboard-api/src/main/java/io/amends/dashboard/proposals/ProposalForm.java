package io.amends.dashboard.proposals;

import io.amends.contracts.CloseCase;
import io.amends.contracts.StatedReason;
import io.amends.contracts.StorableText;
import io.amends.dashboard.recovery.DecisionForm;
import jakarta.ws.rs.FormParam;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The form that accepts or refuses a proposal, as it is posted (H1). */
public class ProposalForm {
    /** What is proposed for a case. */
    static final String OF_CASE = "case";

    /** What is proposed to move responses. */
    static final String OF_RESPONSES = "responses";

    @FormParam("kind")
    @Nullable
    String kind;

    /** Which proposal; more than one where a form contradicts itself. */
    @FormParam("proposal")
    List<String> proposal = List.of();

    /** Which button. */
    @FormParam("decision")
    @Nullable
    String decision;

    @FormParam("reason")
    @Nullable
    String reason;

    /** The one proposal that it is about; null where it names none, or one that no service can have. */
    @Nullable
    String id() {
        if (proposal.size() != 1) {
            return null;
        }
        try {
            return UUID.fromString(proposal.get(0)).toString();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Whether it says what is to become of what. */
    boolean complete() {
        return id() != null
                && (OF_CASE.equals(kind) || OF_RESPONSES.equals(kind))
                && (DecisionForm.ACCEPT.equals(decision) || DecisionForm.REFUSE.equals(decision));
    }

    boolean ofCase() {
        return OF_CASE.equals(kind);
    }

    boolean accepts() {
        return DecisionForm.ACCEPT.equals(decision);
    }

    /** Why; null: nothing was typed. */
    @Nullable
    String said() {
        return StorableText.typed(reason);
    }

    /** How long a reason can be. */
    int most() {
        return ofCase() ? CloseCase.LONGEST_TEXT : StatedReason.LONGEST;
    }
}
