package io.amends.rules.decision;

import io.amends.contracts.ContactChoice;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.RecoveryDecided.Alert;
import io.amends.contracts.RecoveryDecided.Contact;
import io.amends.contracts.RecoveryDecided.Explanation;
import io.amends.contracts.RecoveryDecided.Kind;
import io.amends.contracts.RecoveryDecided.Standing;
import io.amends.contracts.SurveyRecorded;
import io.amends.contracts.SurveyResponse;
import io.amends.kit.id.Ids;
import io.amends.language.Rule;
import io.amends.rules.matching.Facts;
import io.amends.rules.matching.RuleBook;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides about one version of a response (B1–B6): a pure function, so that a repetition has the same id. */
public final class Decider {
    private final DecisionSummary summary;

    public Decider(DecisionSummary summary) {
        this.summary = summary;
    }

    /**
     * The decision about what was recorded, or null where there is none to make: a response that waits in quarantine
     * and was never valid.
     */
    public @Nullable RecoveryDecided decide(SurveyRecorded recorded, Policy policy, RuleBook book, Instant now) {
        return switch (recorded.state()) {
            case RECORDED -> decided(recorded, policy, book, now);
            case REPLACED -> noLonger(recorded, policy, book, now, summary.replaced(recorded.replacedBy()));
            case QUARANTINED ->
                recorded.wasRecorded()
                        ? noLonger(recorded, policy, book, now, summary.withdrawn(recorded.reasons()))
                        : null;
        };
    }

    private RecoveryDecided decided(SurveyRecorded recorded, Policy policy, RuleBook book, Instant now) {
        SurveyResponse response = recorded.response();
        BigDecimal overall = response.score(policy.overall());
        Judgement judged = judge(response, overall, policy, book);
        DecisionOutcome outcome = judged.outcome();
        List<Rule> matched = judged.matched();
        String why = summary.of(judged, response.contactChoice(), overall, policy);
        boolean history = response.submittedAt().isBefore(recorded.recordedAt().minus(policy.late()));
        return history
                ? decision(recorded, policy, book, now, outcome.asHistory(), matched, summary.late(why), true)
                : decision(recorded, policy, book, now, outcome, matched, why, false);
    }

    /**
     * What policy and rules make of a response that counts, without the words.
     *
     * @param overall null where no overall score was given
     */
    public static Judgement judge(SurveyResponse response, @Nullable BigDecimal overall, Policy policy, RuleBook book) {
        ContactChoice choice = response.contactChoice();
        Baseline baseline = Baseline.of(OverallRating.of(overall, policy.threshold()), choice, policy.contact());
        List<Rule> matched = book.matching(new Facts(response, overall, policy.threshold(), policy.zone()));
        return new Judgement(Refinement.of(baseline, choice, matched), matched);
    }

    /** What does not count any more asks for nothing; a NO stays a NO. No rule is asked. */
    private static RecoveryDecided noLonger(
            SurveyRecorded recorded, Policy policy, RuleBook book, Instant now, String summary) {
        boolean refused = recorded.response().contactChoice() == ContactChoice.NO;
        DecisionOutcome nothing = new DecisionOutcome(
                Kind.NONE, refused ? Contact.FORBIDDEN : Contact.ALLOWED, null, Alert.NONE, List.of(), false);
        return decision(recorded, policy, book, now, nothing, List.of(), summary, false);
    }

    private static RecoveryDecided decision(
            SurveyRecorded recorded,
            Policy policy,
            RuleBook book,
            Instant now,
            DecisionOutcome outcome,
            List<Rule> matched,
            String summary,
            boolean history) {
        SurveyResponse response = recorded.response();
        Standing standing =
                switch (recorded.state()) {
                    case RECORDED -> Standing.COUNTS;
                    case REPLACED -> Standing.REPLACED;
                    case QUARANTINED -> Standing.WITHDRAWN;
                };
        return new RecoveryDecided(
                decisionId(recorded, book.version(), policy.version()),
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
                outcome.also(),
                book.version(),
                policy.version(),
                matched.stream().map(Rule::name).toList(),
                new Explanation(
                        summary, response.score(policy.overall()), policy.threshold(), response.contactChoice()),
                standing,
                standing == Standing.REPLACED ? recorded.replacedBy() : null,
                recorded.replaces(),
                recorded.previousGroup(),
                recorded.repaired(),
                history,
                standing == Standing.WITHDRAWN,
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
