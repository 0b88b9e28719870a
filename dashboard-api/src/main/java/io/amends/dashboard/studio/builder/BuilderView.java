package io.amends.dashboard.studio.builder;

import io.amends.dashboard.studio.shared.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The builder of one rule, all in words and form fields.
 *
 * @param reads the rule in one sentence
 * @param lists values that were seen, to be offered while typing
 * @param zone whose time hours are
 */
public record BuilderView(
        EditedRule rule,
        String reads,
        Faults faults,
        NameField name,
        ClauseView when,
        EffectsView then,
        List<Datalist> lists,
        String zone) {

    /**
     * The rule that is edited.
     *
     * @param heading its name, or that it is new
     * @param action where the form is posted
     * @param tag the draft's that the form was made of
     * @param was the name under which the draft has the rule; empty for a new one
     * @param keptAs under which name the browser keeps what is not saved yet: whose it is, and of which rule
     */
    public record EditedRule(String heading, String action, String tag, String was, String keptAs) {}

    /**
     * Why the rule was not saved.
     *
     * @param stale whether somebody else has changed the draft since
     * @param summary how many places are wrong; null for none
     */
    public record Faults(boolean stale, @Nullable String summary, List<Place> places) {}

    /** Something that is wrong, and where to go to mend it. */
    public record Place(String href, String where, String reason) {}

    /** The rule's name as written. */
    public record NameField(String value, boolean wrong) {}

    /** Values that were seen, to be offered while typing. */
    public record Datalist(String id, List<String> values) {}

    /** What happens where the rule matches. */
    public record EffectsView(
            List<Option> kinds,
            String priority,
            TagsView tags,
            List<Option> alerts,
            List<Option> followUps,
            AlsoView also,
            List<Place> errors,
            boolean priorityWrong) {}

    /**
     * The tags that are set.
     *
     * @param own whether they are the rule's own, and not the usual ones
     */
    public record TagsView(boolean own, String text) {}

    /**
     * Who hears of it as well.
     *
     * @param fields a contact's code each, empty ones for those who may be added
     * @param names what the contacts are called; null where none is named, or known
     * @param warnings whom the directory does not have
     * @param known contacts to choose from
     */
    public record AlsoView(
            List<String> fields, @Nullable String names, List<String> warnings, List<Option> known, boolean wrong) {}
}
