package io.amends.dashboard.studio.why;

import io.amends.contracts.api.ExplainedDecision.ClauseVerdict;
import io.amends.contracts.api.ExplainedDecision.RuleVerdict;
import io.amends.contracts.api.Verdict;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.studio.core.ClauseForm;
import io.amends.dashboard.studio.core.RuleErrors;
import io.amends.dashboard.studio.core.Vocabulary;
import io.amends.dashboard.studio.shared.ClauseSentences;
import io.amends.language.Clause;
import io.amends.language.ClauseKind;
import io.amends.language.RulePlace;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the lines of a rule's conditions, each with its verdict about one response. */
@ApplicationScoped
class ConditionPresenter {
    /** Deeper than this the lines are not indented further. */
    private static final int DEEPEST = 6;

    private final WhyMessages messages;
    private final ClauseSentences clauses;
    private final ObservedValues observed;

    ConditionPresenter(WhyMessages messages, ClauseSentences clauses, ObservedValues observed) {
        this.messages = messages;
        this.clauses = clauses;
        this.observed = observed;
    }

    /** What conditions are read with. */
    record Context(Portal portal, Vocabulary names) {}

    /** The conditions of a rule, outermost first. */
    List<WhyView.ConditionLine> lines(RuleVerdict rule, Clause when, Context context) {
        Map<String, ClauseVerdict> byPath = new HashMap<>();
        rule.clauses().forEach(c -> byPath.put(RuleErrors.path(RulePlace.of(c.pointer())), c));
        Lines lines = new Lines(byPath, context, new ArrayList<>());
        ClauseForm outermost = ClauseForm.of(when);
        if (outermost.kind() == ClauseKind.ALL) {
            inside(outermost, "when", 0, lines);
        } else {
            condition(outermost, "when", 0, lines);
        }
        return lines.made();
    }

    /** The lines as they are made, one after the other. */
    private record Lines(Map<String, ClauseVerdict> byPath, Context context, List<WhyView.ConditionLine> made) {}

    private void condition(ClauseForm clause, String path, int depth, Lines lines) {
        int shown = Math.min(depth, DEEPEST);
        if (clause.kind().group()) {
            lines.made().add(new WhyView.ConditionLine(shown, clauses.kind(clause.kind()) + ":", null, null));
            inside(clause, path, depth + 1, lines);
            return;
        }
        ClauseVerdict verdict = lines.byPath().get(path);
        Context context = lines.context();
        lines.made()
                .add(new WhyView.ConditionLine(
                        shown,
                        clauses.of(clause, context.names()),
                        verdict == null ? null : verdict(verdict.verdict()),
                        verdict == null
                                ? null
                                : observed.of(clause, verdict.value(), context.portal(), context.names())));
    }

    private void inside(ClauseForm group, String path, int depth, Lines lines) {
        for (int i = 0; i < group.of().size(); i++) {
            condition(group.of().get(i), path + "." + i, depth, lines);
        }
    }

    private WhyView.VerdictView verdict(Verdict verdict) {
        return switch (verdict) {
            case TRUE -> new WhyView.VerdictView(messages.isTrue(), "✓", "done");
            case FALSE -> new WhyView.VerdictView(messages.isFalse(), "✕", "");
            case UNKNOWN -> new WhyView.VerdictView(messages.isUnknown(), "?", "due");
        };
    }
}
