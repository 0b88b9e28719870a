package io.amends.dashboard.studio;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The builder of one rule, all in words and form fields.
 *
 * @param was the name under which the draft has the rule; empty for a new one
 * @param draft under which name the browser keeps what is not saved yet: whose it is, and of which rule
 * @param reads the rule in one sentence
 * @param zone whose time hours are
 */
public record BuilderView(
        String heading,
        String action,
        String tag,
        String was,
        String draft,
        String reads,
        boolean stale,
        @Nullable String wrong,
        List<Place> errors,
        String name,
        boolean nameWrong,
        ClauseView when,
        Then then,
        List<Datalist> lists,
        String zone) {

    /** Something that is wrong, and where to go to mend it. */
    public record Place(String href, String where, String reason) {}

    /** Something to choose. */
    public record Option(String value, String label, boolean chosen) {}

    /** Values that were seen, to be offered while typing. */
    public record Datalist(String id, List<String> values) {}

    /** What happens where the rule matches. */
    public record Then(
            List<Option> kinds,
            String priority,
            boolean ownTags,
            String tags,
            List<Option> alerts,
            List<Option> followUps,
            List<Place> errors,
            boolean priorityWrong) {}

    /**
     * One condition.
     *
     * @param path the beginning of its fields' names
     * @param label names it as people count: Condition 1.2
     * @param input which fields its value takes
     * @param more where more than the offered values can be written
     * @param unseen what of it no response has carried lately, in sentences
     * @param use the button that puts the nearest known values in their place; null without any
     * @param looked whether its value is looked for among those of responses
     */
    public record ClauseView(
            String path,
            String label,
            String kind,
            List<Option> kinds,
            boolean group,
            boolean compares,
            List<Option> subjects,
            String subject,
            @Nullable String subjectList,
            List<Option> operators,
            Input input,
            String value,
            String to,
            List<Option> values,
            boolean more,
            @Nullable String valueList,
            String hint,
            List<ClauseView> of,
            boolean grows,
            boolean removable,
            boolean first,
            boolean last,
            List<String> errors,
            boolean subjectWrong,
            boolean valueWrong,
            List<String> unseen,
            @Nullable String use,
            boolean looked,
            boolean fresh) {}

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

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
