package io.amends.notes.cases;

import io.amends.contracts.CaseView.Outcome;
import io.amends.contracts.Customer;
import io.amends.contracts.FollowUp;
import io.amends.contracts.FollowUp.SkipReason;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.RecoveryDecided.Contact;
import io.amends.contracts.RequestFiled;
import io.amends.contracts.SurveyResponse;
import io.amends.kit.id.Ids;
import org.jspecify.annotations.Nullable;

/** Whether closing a case, or a request, sends a survey, and what the survey tool is told (E1, E2). */
public final class FollowUpRule {
    private FollowUpRule() {}

    /** The reason to skip it, or null. Asking for it never overrides a NO or a removed tag. */
    public static @Nullable SkipReason skip(Case closed, CaseClosing closing, @Nullable RecoveryDecided newest) {
        if ((newest != null && newest.contact() == Contact.FORBIDDEN) || closing.outcome() == Outcome.CONTACT_REFUSED) {
            return SkipReason.CONTACT_REFUSED;
        }
        if (closed.tags().removed().contains(Case.RECOVERY_TAG)) {
            return SkipReason.TAG_REMOVED;
        }
        if (closing.sendFollowUp() != null) {
            return closing.sendFollowUp() ? null : SkipReason.NOT_REQUESTED;
        }
        // Without an answer: a recovery is asked about, and whoever was thanked has been invited already (A9).
        boolean wanted = newest == null ? closed.mood().unhappy() : newest.followUp();
        return wanted ? null : SkipReason.NO_FOLLOW_UP;
    }

    /**
     * The invitation to a survey that a Positive Follow-Up Request asks for, or why there is none (A9).
     *
     * @param asked the ticket's case
     * @param newest the ticket's newest answer; null while there is none that counts
     * @param refused whether the customer said NO (B4)
     */
    public static FollowUp invitation(
            Case asked, RequestFiled request, @Nullable RecoveryDecided newest, boolean refused) {
        SkipReason reason = refused ? SkipReason.CONTACT_REFUSED : newest == null ? null : SkipReason.ANSWERED;
        return trigger(
                asked,
                Ids.v5("followup", "request", request.requestId()).toString(),
                newest == null ? request.customer() : newest.response().customer(),
                newest,
                reason);
    }

    /** What is published for this closing; its id is the same however often the closing is repeated. */
    public static FollowUp trigger(Case closed, CaseClosing closing, @Nullable RecoveryDecided newest) {
        return trigger(
                closed,
                Ids.v5(
                                "followup",
                                closed.caseId(),
                                Integer.toString(closed.course().closings()))
                        .toString(),
                newest == null ? null : newest.response().customer(),
                newest,
                skip(closed, closing, newest));
    }

    /** The same, but that it is skipped. */
    public static FollowUp skipped(FollowUp asked, SkipReason reason) {
        return new FollowUp(
                asked.followUpId(),
                asked.portal(),
                asked.caseId(),
                asked.ticketId(),
                asked.responseId(),
                asked.supportGroup(),
                asked.customer(),
                asked.language(),
                asked.brand(),
                asked.channel(),
                reason);
    }

    private static FollowUp trigger(
            Case of,
            String id,
            @Nullable Customer customer,
            @Nullable RecoveryDecided newest,
            @Nullable SkipReason reason) {
        SurveyResponse response = newest == null ? null : newest.response();
        return new FollowUp(
                id,
                of.ticket().portal(),
                of.caseId(),
                of.ticket().ticketId(),
                of.assignment().responseId(),
                of.assignment().supportGroup(),
                customer,
                response == null ? null : response.language(),
                response == null ? null : response.brand(),
                response == null ? null : response.channel(),
                reason);
    }
}
