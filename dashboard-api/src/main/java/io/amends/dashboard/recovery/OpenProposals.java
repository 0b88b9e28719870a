package io.amends.dashboard.recovery;

import io.amends.contracts.CaseView;
import io.amends.contracts.api.CaseProposal;
import io.amends.contracts.api.ProposalState;
import io.amends.dashboard.client.RefusedCall;
import io.amends.dashboard.layout.LayoutMessages;
import io.amends.dashboard.recovery.core.Opening;
import io.amends.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** What is proposed for a case and not decided yet (H1). */
@ApplicationScoped
class OpenProposals {
    private final NotesClient notes;
    private final Openings openings;
    private final LayoutMessages layout;

    OpenProposals(@RestClient NotesClient notes, Openings openings, LayoutMessages layout) {
        this.notes = notes;
        this.openings = openings;
        this.layout = layout;
    }

    /** The proposals for a case, for whoever may see it in their own right; null: there is no case. */
    List<CaseProposal> of(Opening opening, @Nullable CaseView theCase) {
        if (theCase == null
                || !theCase.state().open()
                || !openings.sight(opening).shows(theCase.supportGroup())) {
            return List.of();
        }
        try {
            return openings.themselves(
                    opening, () -> notes.proposals(opening.cpc(), ProposalState.OPEN, theCase.caseId())
                            .items());
        } catch (RefusedCall | ProcessingException e) {
            throw Problem.of(503, "Service unavailable", layout.away());
        }
    }
}
