package io.amends.notes.cases;

import io.amends.contracts.CaseView.Outcome;
import io.amends.contracts.CloseCase;
import io.amends.contracts.Reason;
import io.amends.contracts.StorableText;
import io.amends.contracts.api.CaseProposal.ProposedStep;
import io.amends.contracts.api.NewCaseProposal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is proposed for a case, and what accepting it does (H1). */
public sealed interface ProposedAct {

    /** The case is closed. */
    record Closing(CaseClosing closing) implements ProposedAct {}

    /** The case is not worked on at all (D7). */
    record Declining(String reason) implements ProposedAct {
        /** The closing that this is: no recovery was needed, for that reason, and no survey asks about it. */
        public CaseClosing closing() {
            return new CaseClosing(Outcome.NOT_NEEDED, reason, false, null);
        }
    }

    /**
     * Another contact gets the case.
     *
     * @param owner contact id
     */
    record HandingOver(String owner) implements ProposedAct {}

    /** Its name for others. */
    default ProposedStep step() {
        if (this instanceof Closing) {
            return ProposedStep.CLOSE;
        }
        return this instanceof Declining ? ProposedStep.DECLINE : ProposedStep.HAND_OVER;
    }

    /** What is said of the closing; null where the case is declined or handed over. */
    default @Nullable CaseClosing said() {
        return this instanceof Closing closes ? closes.closing() : null;
    }

    /** Who is to have the case; null where it is to be closed. */
    default @Nullable String owner() {
        return this instanceof HandingOver hands ? hands.owner() : null;
    }

    /**
     * What is wrong with a proposal as it was posted; empty if nothing is.
     *
     * @param contact whether the portal has this contact
     */
    static List<Reason> faults(NewCaseProposal sent, Predicate<String> contact) {
        List<Reason> faults = new ArrayList<>();
        ProposedStep what = sent.what();
        if (what == null) {
            String steps = Arrays.stream(ProposedStep.values()).map(Enum::name).collect(Collectors.joining(", "));
            faults.add(new Reason("/what", "is required, and one of " + steps));
        } else if (what == ProposedStep.CLOSE) {
            faults.addAll(CaseClosing.faults(sent.outcome(), sent.rootCause(), sent.approval()));
        } else if (what == ProposedStep.HAND_OVER && (sent.owner() == null || !contact.test(sent.owner()))) {
            faults.add(new Reason("/owner", "is required, and a contact of the portal"));
        }
        String reason = sent.reason();
        String fault = reason == null || StorableText.blank(reason)
                ? "is required: whoever decides wants to know why"
                : StorableText.fault(reason, CloseCase.LONGEST_TEXT);
        if (fault != null) {
            faults.add(new Reason("/reason", fault));
        }
        return List.copyOf(faults);
    }

    /**
     * What was posted, which has no faults.
     *
     * @throws IllegalArgumentException if it has
     */
    static ProposedAct of(NewCaseProposal sent) {
        return of(
                sent.what(),
                sent.outcome() == null
                        ? null
                        : new CaseClosing(sent.outcome(), sent.rootCause(), sent.sendFollowUp(), sent.approval()),
                sent.owner(),
                sent.reason());
    }

    /**
     * What is proposed, of its parts.
     *
     * @throws IllegalArgumentException if one is missing that it needs
     */
    static ProposedAct of(
            @Nullable ProposedStep what,
            @Nullable CaseClosing closing,
            @Nullable String owner,
            @Nullable String reason) {
        if (what == ProposedStep.CLOSE && closing != null) {
            return new Closing(closing);
        }
        if (what == ProposedStep.DECLINE && reason != null) {
            return new Declining(reason);
        }
        if (what == ProposedStep.HAND_OVER && owner != null) {
            return new HandingOver(owner);
        }
        throw new IllegalArgumentException("a proposal that lacks a part: " + what);
    }
}
