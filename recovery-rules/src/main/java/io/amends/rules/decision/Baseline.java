package io.amends.rules.decision;

import static io.amends.contracts.RecoveryDecided.Contact.ALLOWED;
import static io.amends.contracts.RecoveryDecided.Contact.FORBIDDEN;
import static io.amends.contracts.RecoveryDecided.Contact.REQUIRED;
import static io.amends.contracts.RecoveryDecided.Kind.NONE;
import static io.amends.contracts.RecoveryDecided.Kind.OPPORTUNITY;
import static io.amends.contracts.RecoveryDecided.Kind.RECOVERY;

import io.amends.contracts.ContactChoice;
import io.amends.contracts.RecoveryDecided.Contact;
import io.amends.contracts.RecoveryDecided.Kind;
import io.amends.contracts.directory.Portal.ContactPolicy;
import io.amends.contracts.directory.Portal.ContactPolicy.HighUnanswered;
import io.amends.contracts.directory.Portal.ContactPolicy.LowUnanswered;

/** What rating and contact choice make of a response before any rule refines it: the table of B3. */
public record Baseline(Kind kind, Contact contact) {

    /** Looks the table up. Without an overall score the customer who asks is unhappy, all others stand as above. */
    public static Baseline of(OverallRating rating, ContactChoice choice, ContactPolicy policy) {
        return switch (rating) {
            case LOW -> low(choice, policy);
            case ABOVE -> choice == ContactChoice.YES ? new Baseline(OPPORTUNITY, REQUIRED) : quiet(choice, policy);
            case UNRATED -> choice == ContactChoice.YES ? new Baseline(RECOVERY, REQUIRED) : quiet(choice, policy);
        };
    }

    private static Baseline low(ContactChoice choice, ContactPolicy policy) {
        return new Baseline(
                RECOVERY,
                switch (choice) {
                    case YES, NOT_ASKED -> REQUIRED;
                    case NO -> FORBIDDEN;
                    case UNANSWERED -> policy.lowUnanswered() == LowUnanswered.ALLOWED ? ALLOWED : FORBIDDEN;
                });
    }

    private static Baseline quiet(ContactChoice choice, ContactPolicy policy) {
        if (choice == ContactChoice.NO) {
            return new Baseline(NONE, FORBIDDEN);
        }
        boolean wanted = choice == ContactChoice.UNANSWERED && policy.highUnanswered() == HighUnanswered.OPPORTUNITY;
        return new Baseline(wanted ? OPPORTUNITY : NONE, ALLOWED);
    }
}
