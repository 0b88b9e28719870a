package io.amends.rules.backtest.core;

import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.RecoveryDecided.Standing;
import io.amends.contracts.SurveyResponse;
import io.amends.contracts.api.Backtest.Decided;
import io.amends.contracts.api.Backtest.Example;
import io.amends.language.Value;
import io.amends.rules.decision.Decider;
import io.amends.rules.decision.DecisionOutcome;
import io.amends.rules.decision.DecisionSummary;
import io.amends.rules.decision.Judgement;
import io.amends.rules.decision.Policy;
import io.amends.rules.matching.RuleBook;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Judges past responses by another rule set, with the functions that decide live and the policy of then. What was history
 * stays history: judged like the rest, alerting nobody. Thread-safe.
 */
public final class Judge {
    private final RuleBook rules;
    private final PoliciesThen policies;
    private final BacktestPeriod period;
    private final ZoneId zone;
    private final DecisionSummary summary;
    private final Map<String, Share> plain = new ConcurrentHashMap<>();

    /** @param zone the portal's, for local days */
    public Judge(RuleBook rules, PoliciesThen policies, BacktestPeriod period, ZoneId zone, DecisionSummary summary) {
        this.rules = rules;
        this.policies = policies;
        this.period = period;
        this.zone = zone;
        this.summary = summary;
    }

    /** What this decision makes in the balance, and what the judged rules make of it. */
    public Share share(PastDecision past) {
        SurveyResponse response = past.response();
        if (past.standing() != Standing.COUNTS || !period.contains(response.submittedAt())) {
            return Share.NOTHING;
        }
        Judgement judged = Decider.judge(response, past.overall(), policies.of(past), rules);
        boolean after = judged.outcome().candidate();
        String group = response.supportGroup() == null ? "" : response.supportGroup();
        if (!past.candidate() && !after && judged.matched().isEmpty()) {
            return plain.computeIfAbsent(group, Share::judged);
        }
        return new Share(
                true,
                group,
                LocalDate.ofInstant(response.submittedAt(), zone),
                past.overall() == null ? null : new Value.Numeric(past.overall()).asText(),
                response.contactChoice(),
                past.candidate(),
                after,
                judged.rules());
    }

    /** The case to be shown: as it was decided, and as it would be. */
    public Example example(RecoveryDecided decision) {
        PastDecision past = PastDecision.of(decision);
        SurveyResponse response = decision.response();
        Policy policy = policies.of(past, response.supportGroup());
        Judgement judged = Decider.judge(response, past.overall(), policy, rules);
        DecisionOutcome outcome = decision.history() ? judged.outcome().asHistory() : judged.outcome();
        boolean same = same(decision, outcome) && judged.rules().equals(decision.matchedRules());
        String why = summary.of(judged, response.contactChoice(), past.overall(), policy);
        return new Example(
                decision.responseId(),
                decision.ticketId(),
                decision.supportGroup(),
                response.submittedAt(),
                past.overall(),
                response.contactChoice(),
                response.comment(),
                new Decided(
                        decision.kind(),
                        decision.contact(),
                        decision.priority(),
                        decision.alert(),
                        decision.explanation().summary()),
                new Decided(
                        outcome.kind(),
                        outcome.contact(),
                        outcome.priority(),
                        outcome.alert(),
                        // The sentence of then knows the scale of then.
                        same ? decision.explanation().summary() : why),
                judged.rules());
    }

    private static boolean same(RecoveryDecided decision, DecisionOutcome outcome) {
        return outcome.equals(new DecisionOutcome(
                decision.kind(),
                decision.contact(),
                decision.priority(),
                decision.alert(),
                decision.tags(),
                decision.followUp(),
                decision.also()));
    }
}
