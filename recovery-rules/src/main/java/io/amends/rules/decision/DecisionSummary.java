package io.amends.rules.decision;

import io.amends.contracts.ContactChoice;
import io.amends.contracts.Reason;
import io.amends.contracts.RecoveryDecided.Contact;
import io.amends.contracts.RecoveryDecided.Kind;
import io.amends.language.Rule;
import io.amends.language.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The one plain sentence that says why a response was flagged, or why not (B6). */
final class DecisionSummary {
    static final String HISTORY = "; it reached Amends too late for a digest";

    private DecisionSummary() {}

    static String of(DecisionOutcome outcome, @Nullable BigDecimal overall, ContactChoice choice, Policy policy) {
        return verdict(outcome) + ": " + score(overall, policy) + wish(overall, choice, policy);
    }

    /** Which of the author's rules had a say; the decisive one by name. */
    static String rules(List<Rule> matched) {
        if (matched.isEmpty()) {
            return "";
        }
        String others =
                switch (matched.size()) {
                    case 1 -> " applies";
                    case 2 -> " applies, and one more";
                    default -> " applies, and " + (matched.size() - 1) + " more";
                };
        return "; your rule \"" + Refinement.decisive(matched).name() + "\"" + others;
    }

    static String replaced(@Nullable String by) {
        return "Not flagged: " + (by == null ? "a newer response" : "the newer response " + by)
                + " for the same ticket replaced this one";
    }

    static String withdrawn(List<Reason> reasons) {
        String why = reasons.stream().map(Reason::reason).collect(Collectors.joining("; "));
        return "Not flagged: the response was withdrawn because its newest version is not valid"
                + (why.isEmpty() ? "" : " (" + why + ")");
    }

    private static String verdict(DecisionOutcome outcome) {
        if (outcome.kind() == Kind.NONE) {
            return "Not flagged";
        }
        if (outcome.contact() == Contact.FORBIDDEN) {
            return "Unhappy, but not to be contacted";
        }
        return outcome.kind() == Kind.RECOVERY ? "Flagged" : "Flagged as an opportunity";
    }

    private static String score(@Nullable BigDecimal overall, Policy policy) {
        if (overall == null) {
            return "no overall rating was given";
        }
        boolean low = OverallRating.of(overall, policy.threshold()) == OverallRating.LOW;
        return "overall " + plain(overall) + (policy.highest() == null ? "" : " of " + plain(policy.highest()))
                + (low ? " is at or below your threshold " : " is above your threshold ") + plain(policy.threshold())
                + (policy.overriddenBy() == null ? "" : " for " + policy.overriddenBy());
    }

    private static String wish(@Nullable BigDecimal overall, ContactChoice choice, Policy policy) {
        boolean low = OverallRating.of(overall, policy.threshold()) == OverallRating.LOW;
        return switch (choice) {
            case YES -> ", and the customer asked to be contacted";
            case NO -> (low ? ", but" : ", and") + " the customer asked not to be contacted";
            case NOT_ASKED -> ", and the survey did not ask about contact";
            case UNANSWERED ->
                ", and the customer left the contact question blank, which by your preference means "
                        + blank(low, policy);
        };
    }

    private static String blank(boolean low, Policy policy) {
        if (low) {
            return switch (policy.contact().lowUnanswered()) {
                case ALLOWED -> "contact is allowed";
                case FORBIDDEN -> "no contact";
            };
        }
        return switch (policy.contact().highUnanswered()) {
            case NONE -> "nothing to do";
            case OPPORTUNITY -> "an opportunity";
        };
    }

    private static String plain(BigDecimal number) {
        return new Value.Numeric(number).asText();
    }
}
