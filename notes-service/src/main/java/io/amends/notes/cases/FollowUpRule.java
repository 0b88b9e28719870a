package io.amends.notes.cases;

import io.amends.contracts.CaseView.Outcome;
import io.amends.contracts.FollowUp;
import io.amends.contracts.FollowUp.SkipReason;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.RecoveryDecided.Contact;
import io.amends.contracts.SurveyResponse;
import io.amends.kit.id.Ids;
import org.jspecify.annotations.Nullable;

/** Whether closing a case sends a follow-up survey, and what the survey tool is told (E1, E2). */
public final class FollowUpRule {
    private FollowUpRule() {}

    /** The reason to skip it, or null. Asking for it never overrides a NO or a removed tag. */
    public static @Nullable SkipReason skip(Case closed, CaseClosing closing, RecoveryDecided newest) {
        if (newest.contact() == Contact.FORBIDDEN || closing.outcome() == Outcome.CONTACT_REFUSED) {
            return SkipReason.CONTACT_REFUSED;
        }
        if (closed.tags().removed().contains(Case.RECOVERY_TAG)) {
            return SkipReason.TAG_REMOVED;
        }
        if (closing.sendFollowUp() != null) {
            return closing.sendFollowUp() ? null : SkipReason.NOT_REQUESTED;
        }
        return newest.followUp() ? null : SkipReason.NO_FOLLOW_UP;
    }

    /** What is published for this closing; its id is the same however often the closing is repeated. */
    public static FollowUp trigger(Case closed, CaseClosing closing, RecoveryDecided newest) {
        SurveyResponse response = newest.response();
        return new FollowUp(
                Ids.v5(
                                "followup",
                                closed.caseId(),
                                Integer.toString(closed.course().closings()))
                        .toString(),
                closed.ticket().portal(),
                closed.caseId(),
                closed.ticket().ticketId(),
                closed.assignment().responseId(),
                closed.assignment().supportGroup(),
                response.customer(),
                response.language(),
                response.brand(),
                response.channel(),
                skip(closed, closing, newest));
    }
}
