package io.amends.rules.decision;

import io.amends.contracts.ContactChoice;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.RecoveryDecided.Alert;
import io.amends.contracts.RecoveryDecided.Contact;
import io.amends.contracts.RecoveryDecided.Explanation;
import io.amends.contracts.RecoveryDecided.Kind;
import io.amends.contracts.ResponseState;
import io.amends.contracts.SurveyRecorded;
import io.amends.contracts.SurveyResponse;
import io.amends.kit.id.Ids;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides about one version of a response (B1–B6): a pure function, so that a repetition has the same id. */
public final class Decider {
    private Decider() {}

    /**
     * The decision about what was recorded, or null where there is none to make: a response that waits in quarantine
     * and was never valid.
     */
    public static @Nullable RecoveryDecided decide(SurveyRecorded recorded, Policy policy, Instant now) {
        SurveyResponse response = recorded.response();
        return switch (recorded.state()) {
            case RECORDED -> decided(recorded, policy, now);
            case REPLACED ->
                decision(recorded, policy, now, nothing(response), Summary.replaced(recorded.replacedBy()), false);
            case QUARANTINED ->
                recorded.wasRecorded()
                        ? decision(
                                recorded, policy, now, nothing(response), Summary.withdrawn(recorded.reasons()), false)
                        : null;
        };
    }

    private static RecoveryDecided decided(SurveyRecorded recorded, Policy policy, Instant now) {
        SurveyResponse response = recorded.response();
        BigDecimal overall = response.score(policy.overall());
        Rating rating = Rating.of(overall, policy.threshold());
        Standing standing = Standing.of(rating, response.contactChoice(), policy.contact());
        Outcome outcome = Outcome.usual(standing, response.contactChoice());
        boolean history = response.submittedAt().isBefore(recorded.recordedAt().minus(policy.late()));
        return decision(
                recorded,
                policy,
                now,
                history ? outcome.asHistory() : outcome,
                Summary.of(outcome, overall, response.contactChoice(), policy) + (history ? Summary.HISTORY : ""),
                history);
    }

    /** What does not count any more asks for nothing; a NO stays a NO. */
    private static Outcome nothing(SurveyResponse response) {
        Contact contact = response.contactChoice() == ContactChoice.NO ? Contact.FORBIDDEN : Contact.ALLOWED;
        return new Outcome(Kind.NONE, contact, null, Alert.NONE, List.of(), false);
    }

    private static RecoveryDecided decision(
            SurveyRecorded recorded, Policy policy, Instant now, Outcome outcome, String summary, boolean history) {
        SurveyResponse response = recorded.response();
        long ruleSetVersion = 0;
        return new RecoveryDecided(
                decisionId(recorded, ruleSetVersion, policy.version()),
                recorded.portal(),
                recorded.responseId(),
                recorded.responseVersion(),
                Objects.requireNonNullElse(response.ticketId(), ""),
                Objects.requireNonNullElse(response.supportGroup(), ""),
                outcome.kind(),
                outcome.contact(),
                outcome.priority(),
                outcome.alert(),
                outcome.tags(),
                outcome.followUp(),
                ruleSetVersion,
                policy.version(),
                List.of(),
                new Explanation(
                        summary, response.score(policy.overall()), policy.threshold(), response.contactChoice()),
                recorded.state() == ResponseState.REPLACED ? recorded.replacedBy() : null,
                recorded.replaces(),
                recorded.previousGroup(),
                recorded.repaired(),
                history,
                now,
                recorded.recordedAt(),
                response);
    }

    private static String decisionId(SurveyRecorded recorded, long ruleSetVersion, String policyVersion) {
        return Ids.v5(
                        recorded.portal(),
                        recorded.responseId(),
                        Long.toString(recorded.responseVersion()),
                        Long.toString(ruleSetVersion),
                        policyVersion)
                .toString();
    }
}
