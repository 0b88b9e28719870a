package io.amends.rules.matching;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.Json;
import io.amends.contracts.api.ExplainedDecision.ClauseVerdict;
import io.amends.contracts.api.ExplainedDecision.RuleVerdict;
import io.amends.language.Clause;
import io.amends.language.PlacedLeaf;
import io.amends.language.Pointer;
import io.amends.language.Rule;
import io.amends.language.RuleSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks every rule and every clause of it about one response, and keeps the answers (B6): why, and why not. */
public final class Inquiry {
    private Inquiry() {}

    /**
     * Rules in their order.
     *
     * @param only the name of the only one to ask; null for all
     */
    public static List<RuleVerdict> of(RuleSet set, Facts facts, @Nullable String only) {
        LeafValues seen = new LeafValues(facts);
        List<RuleVerdict> verdicts = new ArrayList<>(only == null ? set.rules().size() : 1);
        for (int i = 0; i < set.rules().size(); i++) {
            Rule rule = set.rules().get(i);
            if (only != null && !only.equals(rule.name())) {
                continue;
            }
            List<ClauseVerdict> clauses = PlacedLeaf.in(
                            rule.when(), Pointer.rule(i).at(Rule.WHEN))
                    .map(placed -> new ClauseVerdict(
                            placed.place().toString(),
                            placed.leaf()
                                    .match(seen)
                                    .<JsonNode>map(Json.MAPPER::valueToTree)
                                    .orElse(null),
                            LeafQuestion.of(placed.leaf()).verdict(facts)))
                    .toList();
            verdicts.add(new RuleVerdict(rule.name(), Interpreter.verdict(rule.when(), facts), clauses));
        }
        return verdicts;
    }

    /** What the response has where a leaf looks; empty where it has nothing. */
    private record LeafValues(Facts facts) implements Clause.LeafCases<Optional<Object>> {
        @Override
        public Optional<Object> measure(Clause.MeasureIs is) {
            return Optional.ofNullable(facts.measures().get(is.measure()));
        }

        @Override
        public Optional<Object> field(Clause.FieldIs is) {
            return Optional.ofNullable(facts.text(is.field()));
        }

        @Override
        public Optional<Object> property(Clause.PropertyIs is) {
            return Optional.ofNullable(facts.properties().get(is.property()));
        }

        @Override
        public Optional<Object> tag(Clause.HasTag has) {
            return Optional.of(new LinkedHashSet<>(facts.tags()));
        }

        @Override
        public Optional<Object> factor(Clause.HasFactor has) {
            return Optional.of(new LinkedHashSet<>(facts.factors()));
        }

        @Override
        public Optional<Object> comment(Clause.CommentIs is) {
            return Optional.ofNullable(facts.comment());
        }

        @Override
        public Optional<Object> commentContains(Clause.CommentContains contains) {
            return Optional.ofNullable(facts.comment());
        }

        @Override
        public Optional<Object> submitted(Clause.Submitted submitted) {
            return Optional.of(facts.submitted().toOffsetDateTime().toString());
        }

        @Override
        public Optional<Object> overallLow(Clause.OverallLow low) {
            return Optional.ofNullable(facts.overall());
        }
    }
}
