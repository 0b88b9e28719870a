package io.amends.dashboard.studio;

import io.amends.dashboard.layout.Formats;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a response was decided as it was, all in words (B6). */
public record WhyView(
        String headline,
        String customer,
        @Nullable String comment,
        @Nullable String language,
        String overall,
        String threshold,
        String choice,
        String outcome,
        List<String> tags,
        String decidedBy,
        @Nullable String versionUrl,
        Formats.Moment at,
        String notesUrl,
        String ticket,
        String group,
        @Nullable String rulesLine,
        List<RuleLine> matched,
        List<RuleLine> others,
        @Nullable String moreUrl,
        String withoutRules,
        List<DecisionLine> decisions) {

    /**
     * What one rule says.
     *
     * @param open whether its conditions are shown at once
     * @param wants what would make it match, as sets of changes; null where nobody asked
     */
    public record RuleLine(
            String id,
            String name,
            Verdict verdict,
            boolean open,
            List<ConditionLine> conditions,
            @Nullable String askUrl,
            @Nullable List<String> wants,
            @Nullable String wantsLine) {}

    /**
     * One condition, or the word that binds those after it.
     *
     * @param depth from 0
     */
    public record ConditionLine(int depth, String words, @Nullable Verdict verdict, @Nullable String seen) {}

    /** True, false or unknown, as a word and a shape. */
    public record Verdict(String word, String shape, String state) {}

    /** One decision about the response. */
    public record DecisionLine(Formats.Moment at, String words) {}
}
