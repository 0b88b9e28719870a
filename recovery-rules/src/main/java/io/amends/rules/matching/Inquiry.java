package io.amends.rules.matching;

import io.amends.contracts.api.Verdict;
import io.amends.language.Clause;
import io.amends.language.Rule;
import io.amends.language.RuleSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks every rule and every clause of it about one response, and keeps the answers (B6): why, and why not. */
public final class Inquiry {
    private Inquiry() {}

    /** What a rule says about a response. */
    public record RuleVerdict(String name, Verdict verdict, List<ClauseVerdict> clauses) {}

    /**
     * What one leaf clause says.
     *
     * @param pointer to the clause within the rule set
     * @param value what the response has there; null where it has nothing
     */
    public record ClauseVerdict(String pointer, @Nullable Object value, Verdict verdict) {}

    /**
     * Rules in their order.
     *
     * @param only the name of the only one to ask; null for all
     */
    public static List<RuleVerdict> of(RuleSet set, Facts facts, @Nullable String only) {
        List<RuleVerdict> verdicts = new ArrayList<>(only == null ? set.rules().size() : 1);
        for (int i = 0; i < set.rules().size(); i++) {
            Rule rule = set.rules().get(i);
            if (only != null && !only.equals(rule.name())) {
                continue;
            }
            List<ClauseVerdict> clauses = new ArrayList<>();
            ask(rule.when(), "/rules/" + i + "/when", facts, clauses);
            verdicts.add(new RuleVerdict(rule.name(), Interpreter.verdict(rule.when(), facts), clauses));
        }
        return verdicts;
    }

    private static void ask(Clause clause, String pointer, Facts facts, List<ClauseVerdict> into) {
        if (clause instanceof Clause.All all) {
            each(all.of(), pointer + "/all/", facts, into);
        } else if (clause instanceof Clause.Any any) {
            each(any.of(), pointer + "/any/", facts, into);
        } else if (clause instanceof Clause.Not not) {
            ask(not.of(), pointer + "/not", facts, into);
        } else {
            Clause.Leaf leaf = (Clause.Leaf) clause;
            into.add(new ClauseVerdict(pointer, seen(leaf, facts), Leaves.verdict(leaf, facts)));
        }
    }

    private static void each(List<Clause> clauses, String pointer, Facts facts, List<ClauseVerdict> into) {
        for (int i = 0; i < clauses.size(); i++) {
            ask(clauses.get(i), pointer + i, facts, into);
        }
    }

    private static @Nullable Object seen(Clause.Leaf leaf, Facts facts) {
        if (leaf instanceof Clause.MeasureIs is) {
            return facts.measures().get(is.measure());
        }
        if (leaf instanceof Clause.FieldIs is) {
            return facts.text(is.field());
        }
        if (leaf instanceof Clause.PropertyIs is) {
            return facts.properties().get(is.property());
        }
        if (leaf instanceof Clause.HasTag) {
            return new LinkedHashSet<>(facts.tags());
        }
        if (leaf instanceof Clause.HasFactor) {
            return new LinkedHashSet<>(facts.factors());
        }
        if (leaf instanceof Clause.CommentIs || leaf instanceof Clause.CommentContains) {
            return facts.comment();
        }
        return leaf instanceof Clause.Submitted
                ? facts.submitted().toOffsetDateTime().toString()
                : facts.overall();
    }
}
