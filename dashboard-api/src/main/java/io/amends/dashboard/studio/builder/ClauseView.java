package io.amends.dashboard.studio.builder;

import io.amends.dashboard.studio.shared.Option;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One condition in the builder.
 *
 * @param path the beginning of its fields' names
 * @param label names it as people count: Condition 1.2
 */
public record ClauseView(
        String path,
        String label,
        KindField kind,
        ComparisonFields comparison,
        ValueField value,
        Members members,
        Position position,
        Findings findings) {

    /**
     * What kind of condition it is.
     *
     * @param group whether it combines others
     */
    public record KindField(String word, List<Option> options, boolean group) {}

    /**
     * What is compared, and how.
     *
     * @param subjects to choose from; empty where the subject is written or there is none
     * @param subject as written
     * @param subjectList the list of subjects to offer while typing; null for none
     */
    public record ComparisonFields(
            List<Option> subjects,
            String subject,
            @Nullable String subjectList,
            boolean subjectWrong,
            List<Option> operators) {}

    /**
     * What it is compared with.
     *
     * @param input which fields the value takes
     * @param text as written; the beginning of a range
     * @param to the end of a range
     * @param hint the range of values that make sense; empty where none is known
     */
    public record ValueField(Input input, String text, String to, Offer offer, String hint, boolean wrong) {}

    /**
     * The values that are offered for it.
     *
     * @param options values to choose from or to tick
     * @param more whether more than these can be written
     * @param list the list of values to offer while typing; null for none
     * @param checked whether the value is looked for among those of responses
     */
    public record Offer(List<Option> options, boolean more, @Nullable String list, boolean checked) {}

    /**
     * The conditions that a combination combines.
     *
     * @param grows whether more can be added
     */
    public record Members(List<ClauseView> clauses, boolean grows) {}

    /**
     * Where the condition stands among the others of its combination.
     *
     * @param removable whether it is in any
     * @param landed whether the person goes on here after what they just did
     */
    public record Position(boolean removable, boolean first, boolean last, boolean landed) {}

    /**
     * What is to be said about what was written.
     *
     * @param unknown what of it no response has carried lately, in sentences
     * @param use the button that puts the nearest known values in their place; null without any
     */
    public record Findings(List<String> errors, List<String> unknown, @Nullable String use) {}

    /** Which fields a value takes. */
    public enum Input {
        NONE,
        TEXT,
        NUMBER,
        RANGE,
        SEVERAL,
        YES_NO,
        SELECT,
        TICKS,
        MOMENT;

        /** The word by which the template knows it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
