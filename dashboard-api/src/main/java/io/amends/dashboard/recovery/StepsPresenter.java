package io.amends.dashboard.recovery;

import io.amends.contracts.CaseView;
import io.amends.contracts.api.CaseProposal;
import io.amends.contracts.api.CaseProposal.ProposedStep;
import io.amends.contracts.api.PagePaths;
import io.amends.contracts.directory.Contact;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.links.NotesAddress;
import io.amends.dashboard.recovery.core.Opening;
import io.amends.dashboard.recovery.core.Position;
import io.amends.dashboard.studio.client.AuthorNames;
import io.amends.kit.rights.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts into words what whoever reads may do with the case, and what others propose (D8, H1). */
@ApplicationScoped
class StepsPresenter {
    private final Openings openings;
    private final OpenProposals proposals;
    private final OtherSteps others;
    private final AuthorNames names;
    private final CasePresenter cases;
    private final RecoveryMessages messages;
    private final Formats formats;

    StepsPresenter(
            Openings openings,
            OpenProposals proposals,
            OtherSteps others,
            AuthorNames names,
            CasePresenter cases,
            RecoveryMessages messages,
            Formats formats) {
        this.openings = openings;
        this.proposals = proposals;
        this.others = others;
        this.names = names;
        this.cases = cases;
        this.messages = messages;
        this.formats = formats;
    }

    /**
     * What may be done with a case.
     *
     * @param theCase null where there is none, and then there is nothing to do
     * @param closing what was filled in and not done
     */
    DialogView.Steps steps(
            Opening opening,
            Position position,
            @Nullable CaseView theCase,
            Portal portal,
            Map<String, Contact> contacts,
            DialogView.Closing closing) {
        if (theCase == null || !theCase.state().open()) {
            return DialogView.Steps.NONE;
        }
        Rights.Ruling may = openings.mayDecide(opening, theCase.supportGroup());
        List<CaseProposal> waiting = proposals.of(opening, theCase);
        Set<ProposedStep> proposed = waiting.stream().map(CaseProposal::what).collect(Collectors.toSet());
        boolean byLink = opening instanceof Opening.ByLink;
        return new DialogView.Steps(
                may == Rights.Ruling.YES,
                may == Rights.Ruling.PROPOSE && !proposed.contains(ProposedStep.CLOSE),
                openings.inOwnRight(opening) ? null : signIn(opening, position),
                // Whoever may not note either, such as an auditor, knows that they only look.
                byLink && openings.inOwnRight(opening) && (may == Rights.Ruling.NO || may == Rights.Ruling.UNSEEN)
                        ? messages.decidingNotYours()
                        : null,
                may == Rights.Ruling.YES || may == Rights.Ruling.PROPOSE
                        ? others.of(opening, theCase, may == Rights.Ruling.YES, proposed, closing.other())
                        : List.of(),
                waiting.stream()
                        .map(p -> proposed(p, portal, contacts, may == Rights.Ruling.YES))
                        .toList());
    }

    private static String signIn(Opening opening, Position position) {
        return NotesAddress.at(opening.parameters(), position.responseId(), null, null)
                .replace(PagePaths.NOTES + "?", PagePaths.NOTES + "/sign-in?");
    }

    private DialogView.Proposed proposed(
            CaseProposal proposal, Portal portal, Map<String, Contact> contacts, boolean decides) {
        return new DialogView.Proposed(
                proposal.proposalId(),
                what(proposal, names.name(proposal.by()), contacts),
                formats.moment(proposal.at(), portal.timeZone()),
                proposal.reason(),
                proposal.rootCause(),
                decides);
    }

    private String what(CaseProposal proposal, String who, Map<String, Contact> contacts) {
        CaseView.Outcome outcome = proposal.outcome();
        String owner = proposal.owner();
        Contact contact = owner == null ? null : contacts.get(owner);
        return switch (proposal.what()) {
            case CLOSE -> messages.proposesToClose(who, outcome == null ? "" : cases.outcome(outcome));
            case DECLINE -> messages.proposesToDecline(who);
            case HAND_OVER ->
                messages.proposesToHandOver(who, contact == null ? String.valueOf(owner) : contact.name());
        };
    }
}
