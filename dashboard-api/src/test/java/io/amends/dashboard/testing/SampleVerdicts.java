package io.amends.dashboard.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.Json;
import io.amends.contracts.api.ExplainedDecision;
import io.amends.contracts.api.ExplainedDecision.Change;
import io.amends.contracts.api.ExplainedDecision.ClauseVerdict;
import io.amends.contracts.api.ExplainedDecision.RuleVerdict;
import io.amends.contracts.api.GoldenApi;
import io.amends.contracts.api.Verdict;
import io.amends.language.Clause;
import io.amends.language.PlacedLeaf;
import io.amends.language.Pointer;
import io.amends.language.Rule;
import io.amends.language.RuleSetReader;
import java.util.List;

/** What rules say about a sample, as recovery-rules answers with it. */
final class SampleVerdicts {
    private SampleVerdicts() {}

    /** A rule's verdict: TRUE where every clause is. */
    static RuleVerdict verdict(JsonNode rule, int index, Sample sample) {
        Rule read = RuleSetReader.readPublishedRule(rule).orElseThrow();
        List<ClauseVerdict> clauses = PlacedLeaf.in(
                        read.when(), Pointer.rule(index).at(Rule.WHEN))
                .map(placed ->
                        placed.leaf().match(new SampleVerdict(placed.place().toString(), sample)))
                .toList();
        boolean all = clauses.stream().allMatch(clause -> clause.verdict() == Verdict.TRUE);
        return new RuleVerdict(rule.path("name").asText(), Verdict.of(all), clauses);
    }

    /** What would make it match, in the explanation of one rule. */
    static List<List<Change>> wants() {
        return GoldenApi.of(ExplainedDecision.class).changes();
    }

    /** Scores are seen, tags are none, properties are missing. */
    private record SampleVerdict(String pointer, Sample sample) implements Clause.LeafCases<ClauseVerdict> {
        @Override
        public ClauseVerdict measure(Clause.MeasureIs is) {
            return holds(sample.csat());
        }

        @Override
        public ClauseVerdict field(Clause.FieldIs is) {
            return holds("phone");
        }

        @Override
        public ClauseVerdict property(Clause.PropertyIs is) {
            return new ClauseVerdict(pointer, null, Verdict.UNKNOWN);
        }

        @Override
        public ClauseVerdict tag(Clause.HasTag has) {
            return new ClauseVerdict(pointer, Json.MAPPER.createArrayNode(), Verdict.FALSE);
        }

        @Override
        public ClauseVerdict factor(Clause.HasFactor has) {
            return holds(sample.csat());
        }

        @Override
        public ClauseVerdict comment(Clause.CommentIs is) {
            return holds(sample.comment());
        }

        @Override
        public ClauseVerdict commentContains(Clause.CommentContains contains) {
            return holds(sample.comment());
        }

        @Override
        public ClauseVerdict submitted(Clause.Submitted submitted) {
            return holds(sample.csat());
        }

        @Override
        public ClauseVerdict overallLow(Clause.OverallLow low) {
            return holds(sample.csat());
        }

        private ClauseVerdict holds(Object value) {
            return new ClauseVerdict(pointer, Json.MAPPER.valueToTree(value), Verdict.TRUE);
        }
    }
}
