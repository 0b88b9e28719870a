package io.amends.dashboard.studio.why;

import io.amends.dashboard.layout.Formats;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a response was decided as it was, all in words (B6).
 *
 * @param rules null for whoever may not see rules
 */
public record WhyView(
        String headline, String notesUrl, AnswerView answer, DecisionView decision, @Nullable VerdictsView rules) {

    /** What the customer said, and about what. */
    public record AnswerView(
            String overall,
            String choice,
            @Nullable String comment,
            @Nullable String language,
            String customer,
            String ticket,
            String group) {}

    /**
     * What was decided.
     *
     * @param also who hears of it by a rule, each with the rule
     * @param decidedBy which rules decided
     * @param versionUrl where they are; null where there were none, and for whoever may not see them
     * @param history all decisions about the response
     */
    public record DecisionView(
            String outcome,
            String threshold,
            List<String> tags,
            List<String> also,
            String decidedBy,
            @Nullable String versionUrl,
            Formats.Moment at,
            List<DecisionLine> history) {}

    /** One decision about the response. */
    public record DecisionLine(Formats.Moment at, String sentence) {}

    /**
     * What the rules say.
     *
     * @param summary how many match; null where none was asked
     * @param moreUrl the address that shows all that do not match; null where all are shown
     * @param withoutRules says why none was asked
     */
    public record VerdictsView(
            @Nullable String summary,
            List<RuleLine> matched,
            List<RuleLine> others,
            @Nullable String moreUrl,
            String withoutRules) {}

    /**
     * What one rule says.
     *
     * @param open whether its conditions are shown at once
     * @param askUrl the address that says what would make it match; null where that is not to be asked
     * @param changes what would make it match; null where nobody asked
     */
    public record RuleLine(
            String id,
            String name,
            VerdictView verdict,
            boolean open,
            List<ConditionLine> conditions,
            @Nullable String askUrl,
            @Nullable NeededChanges changes) {}

    /**
     * What would make a rule match.
     *
     * @param sets sets of changes of which any one does, each in a sentence
     */
    public record NeededChanges(String summary, List<String> sets) {}

    /**
     * One condition, or the word that binds those after it.
     *
     * @param depth from 0
     * @param observed what the response has there; null where the condition says nothing by itself
     */
    public record ConditionLine(int depth, String sentence, @Nullable VerdictView verdict, @Nullable String observed) {}

    /** True, false or unknown, as a word and a shape. */
    public record VerdictView(String word, String shape, String state) {}
}
