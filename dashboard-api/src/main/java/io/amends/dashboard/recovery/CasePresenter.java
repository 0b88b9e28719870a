package io.amends.dashboard.recovery;

import io.amends.contracts.CaseView;
import io.amends.contracts.StorableText;
import io.amends.contracts.directory.Contact;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.layout.Formats;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts the case of a ticket into words (D7, D8). */
@ApplicationScoped
public class CasePresenter {
    private final RecoveryMessages messages;
    private final Formats formats;
    private final Clock clock;

    CasePresenter(RecoveryMessages messages, Formats formats, Clock clock) {
        this.messages = messages;
        this.formats = formats;
        this.clock = clock;
    }

    /**
     * The case, and the form that closes it.
     *
     * @param theCase null where the ticket has none, and then there is nothing to show
     * @param followUp what became of the follow-up survey, where it is known
     * @param closing what is filled in to close it
     * @param steps what whoever reads may do with it
     */
    DialogView.@Nullable CasePanel panel(
            @Nullable CaseView theCase,
            Portal portal,
            Map<String, Contact> contacts,
            Optional<FollowUps.Result> followUp,
            DialogView.Closing closing,
            DialogView.Steps steps) {
        if (theCase == null) {
            return null;
        }
        boolean open = theCase.state().open();
        Contact owner = theCase.owner() == null ? null : contacts.get(theCase.owner());
        Instant due = theCase.dueAt();
        String cause = theCase.rootCause();
        return new DialogView.CasePanel(
                theCase.caseId(),
                open,
                state(theCase.state()),
                new DialogView.CaseFacts(
                        owner == null ? theCase.owner() : owner.name(),
                        open && due != null ? formats.moment(due, portal.timeZone()) : null,
                        open && due != null && due.isBefore(clock.instant()),
                        theCase.outcome() == null ? null : outcome(theCase.outcome()),
                        cause == null || StorableText.blank(cause) ? null : cause),
                new DialogView.FollowUpLine(
                        open ? null : followUp.map(this::followUp).orElse(null),
                        followUp.map(f -> f.skipped() == null).orElse(false),
                        !open && followUp.isEmpty()),
                Arrays.stream(CaseView.Outcome.values())
                        .map(o -> new DialogView.Choice(o.name(), outcome(o), o == closing.outcome()))
                        .toList(),
                closing,
                steps);
    }

    private String state(CaseView.CaseState state) {
        return switch (state) {
            case OPEN, WAITING -> messages.caseOpen();
            case CLOSED -> messages.caseClosed();
        };
    }

    /** How a case ended. */
    public String outcome(CaseView.Outcome outcome) {
        return switch (outcome) {
            case RESOLVED -> messages.outcomeResolved();
            case RESOLVED_BY_CUSTOMER -> messages.outcomeResolvedByCustomer();
            case UNRESOLVED -> messages.outcomeUnresolved();
            case UNRESPONSIVE -> messages.outcomeUnresponsive();
            case CONTACT_REFUSED -> messages.outcomeContactRefused();
            case NOT_NEEDED -> messages.outcomeNotNeeded();
        };
    }

    private String followUp(FollowUps.Result result) {
        if (result.skipped() == null) {
            return messages.followUpRequested();
        }
        return messages.followUpSkipped(
                switch (result.skipped()) {
                    case CONTACT_REFUSED -> messages.skippedRefused();
                    case TAG_REMOVED -> messages.skippedTag();
                    case NOT_REQUESTED -> messages.skippedNotRequested();
                    case NO_FOLLOW_UP -> messages.skippedNoFollowUp();
                    case ANSWERED -> messages.skippedAnswered();
                    case OPTED_OUT -> messages.skippedOptedOut();
                });
    }
}
