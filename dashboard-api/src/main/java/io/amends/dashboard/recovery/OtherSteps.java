package io.amends.dashboard.recovery;

import io.amends.contracts.CaseView;
import io.amends.contracts.api.CaseProposal.ProposedStep;
import io.amends.contracts.directory.Contact;
import io.amends.contracts.directory.EntryType;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.links.NotesAddress;
import io.amends.dashboard.recovery.core.Opening;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts into words what can be done with an open case beside closing it: it is declined (D7), or handed over (H1). */
@ApplicationScoped
class OtherSteps {
    private final Openings openings;
    private final Directory directory;
    private final RecoveryMessages messages;

    OtherSteps(Openings openings, Directory directory, RecoveryMessages messages) {
        this.openings = openings;
        this.directory = directory;
        this.messages = messages;
    }

    /**
     * The forms of what is not proposed yet.
     *
     * @param decides whether it is done by that, and not only proposed
     * @param proposed what is proposed already, to be decided first
     * @param typed what was filled in and not done; null: nothing was
     */
    List<DialogView.OtherStep> of(
            Opening opening,
            CaseView theCase,
            boolean decides,
            Set<ProposedStep> proposed,
            DialogView.@Nullable TypedStep typed) {
        List<DialogView.OtherStep> steps = new ArrayList<>();
        List<DialogView.Choice> owners = owners(opening, theCase, of(ProposedStep.HAND_OVER, typed));
        if (!proposed.contains(ProposedStep.HAND_OVER) && !owners.isEmpty()) {
            steps.add(step(
                    "handing-over",
                    address(opening, "hand-over"),
                    decides ? messages.handOver() : messages.proposeHandingOver(),
                    messages.handingOverMeans(),
                    owners,
                    of(ProposedStep.HAND_OVER, typed)));
        }
        if (!proposed.contains(ProposedStep.DECLINE)) {
            steps.add(step(
                    "declining",
                    address(opening, "decline"),
                    decides ? messages.decline() : messages.proposeDeclining(),
                    messages.decliningMeans(),
                    List.of(),
                    of(ProposedStep.DECLINE, typed)));
        }
        return steps;
    }

    private static DialogView.OtherStep step(
            String id,
            String action,
            String title,
            String means,
            List<DialogView.Choice> owners,
            DialogView.@Nullable TypedStep typed) {
        return new DialogView.OtherStep(
                id, action, title, means, owners, typed == null ? "" : typed.reason(), typed != null);
    }

    private static DialogView.@Nullable TypedStep of(ProposedStep what, DialogView.@Nullable TypedStep typed) {
        return typed != null && typed.what() == what ? typed : null;
    }

    /** Who can get the case, of the contacts that whoever reads knows: those of the groups that they see. */
    private List<DialogView.Choice> owners(Opening opening, CaseView theCase, DialogView.@Nullable TypedStep typed) {
        return directory.all(EntryType.CONTACT, opening.cpc(), openings.sight(opening)).stream()
                .filter(contact -> !contact.code().equals(theCase.owner()))
                .flatMap(contact -> contact.entry().map(Contact.class::cast).stream()
                        .map(entry -> new DialogView.Choice(
                                contact.code(),
                                entry.name(),
                                typed != null && contact.code().equals(typed.owner()))))
                .sorted(Comparator.comparing(DialogView.Choice::label).thenComparing(DialogView.Choice::value))
                .toList();
    }

    private static String address(Opening opening, String step) {
        return NotesAddress.of(opening.parameters()).replaceFirst("\\?", "/" + step + "?");
    }
}
