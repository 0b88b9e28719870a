package io.amends.rules.decision;

import io.amends.contracts.ContactChoice;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.RecoveryDecided.Alert;
import io.amends.contracts.RecoveryDecided.AlsoHears;
import io.amends.contracts.RecoveryDecided.Contact;
import io.amends.contracts.RecoveryDecided.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done about a response.
 *
 * @param priority 1 is the most urgent; null where kind is NONE
 * @param tags to be set on the case
 * @param followUp whether a follow-up survey is sent after closing
 * @param also who hears of it besides whoever takes care of the group
 */
public record DecisionOutcome(
        Kind kind,
        Contact contact,
        @Nullable Integer priority,
        Alert alert,
        List<String> tags,
        boolean followUp,
        List<AlsoHears> also) {

    /** One of which nobody hears besides whoever takes care of the group. */
    public DecisionOutcome(
            Kind kind, Contact contact, @Nullable Integer priority, Alert alert, List<String> tags, boolean followUp) {
        this(kind, contact, priority, alert, tags, followUp, List.of());
    }

    /** What a baseline means where no rule says otherwise. */
    public static DecisionOutcome usual(Baseline baseline, ContactChoice choice) {
        DecisionOutcome usual =
                switch (baseline.kind()) {
                    case RECOVERY ->
                        new DecisionOutcome(
                                Kind.RECOVERY,
                                baseline.contact(),
                                choice == ContactChoice.YES ? 1 : 2,
                                Alert.DIGEST,
                                List.of("service_recovery"),
                                true);
                    case OPPORTUNITY ->
                        new DecisionOutcome(Kind.OPPORTUNITY, baseline.contact(), 3, Alert.DIGEST, List.of(), false);
                    case NONE -> new DecisionOutcome(Kind.NONE, baseline.contact(), null, Alert.NONE, List.of(), false);
                };
        return usual.hardStop();
    }

    /** Whether someone should act on it: it opens a case and makes a digest. */
    public boolean candidate() {
        return RecoveryDecided.candidate(kind, contact);
    }

    /** B4: who must not be contacted alerts nobody, whatever was decided before. */
    public DecisionOutcome hardStop() {
        return contact == Contact.FORBIDDEN
                ? new DecisionOutcome(kind, contact, priority, Alert.NONE, List.of(), false)
                : this;
    }

    /**
     * C2: what was received too long ago is seen in the reports, and alerts nobody. Who else would hear of it stays: what a digest
     * has deferred before is told still (B8).
     */
    public DecisionOutcome asHistory() {
        return new DecisionOutcome(kind, contact, priority, Alert.NONE, tags, followUp, also);
    }
}
