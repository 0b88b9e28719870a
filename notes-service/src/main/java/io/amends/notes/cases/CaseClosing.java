package io.amends.notes.cases;

import io.amends.contracts.CaseView.Outcome;
import io.amends.contracts.CloseCase;
import io.amends.contracts.Reason;
import io.amends.contracts.StorableText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What whoever closes a case says (D8).
 *
 * @param sendFollowUp null: as the decision said
 * @param approval the customer's explicit approval, in words
 */
public record CaseClosing(
        Outcome outcome, @Nullable String rootCause, @Nullable Boolean sendFollowUp, @Nullable String approval) {

    /** The closing that a customer's NO makes (A4, B4). */
    static final CaseClosing REFUSED = new CaseClosing(Outcome.CONTACT_REFUSED, null, null, null);

    /** What is wrong with it, the same over HTTP and Kafka; empty if nothing is. */
    public static List<Reason> faults(
            @Nullable Outcome outcome, @Nullable String rootCause, @Nullable String approval) {
        List<Reason> faults = new ArrayList<>();
        if (outcome == null) {
            String outcomes = Arrays.stream(Outcome.values()).map(Outcome::name).collect(Collectors.joining(", "));
            faults.add(new Reason("/outcome", "is required, and one of " + outcomes));
        }
        text("/rootCause", rootCause, faults);
        text("/approval", approval, faults);
        return List.copyOf(faults);
    }

    private static void text(String pointer, @Nullable String text, List<Reason> faults) {
        String fault = text == null ? null : StorableText.fault(text, CloseCase.LONGEST_TEXT);
        if (fault != null) {
            faults.add(new Reason(pointer, fault));
        }
    }
}
