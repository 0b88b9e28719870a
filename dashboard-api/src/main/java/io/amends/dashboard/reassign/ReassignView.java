package io.amends.dashboard.reassign;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form that gives responses to another support group, in finished words.
 *
 * @param refused why nothing was done; null where nobody was refused
 * @param all what all responses of the list are called; null where there are none, or too many
 * @param some what is said where not all of the list are shown to be ticked; null where all are
 * @param url where the form is sent
 * @param back the list that the responses are of
 */
public record ReassignView(
        String headline,
        @Nullable String refused,
        @Nullable String all,
        @Nullable String some,
        List<Tickable> responses,
        ReassignTyped typed,
        String url,
        String back) {

    /** A response that can be ticked. */
    public record Tickable(String id, String words, boolean ticked) {}

    /** What is chosen and typed, and what is wrong with it. */
    public record ReassignTyped(
            boolean ticked,
            List<TargetGroup> groups,
            String reason,
            @Nullable String groupError,
            @Nullable String reasonError) {}

    /** A support group to choose. */
    public record TargetGroup(String code, String name, boolean chosen) {}

    /**
     * What would move, before it does; or what did.
     *
     * @param headline how many
     * @param notice what has changed since it was looked at; null: nothing
     * @param explained what happens with what belongs to them
     * @param examples some of them
     * @param more how many others; null: none
     * @param button what is done next; null where nothing is to be done
     */
    public record Outcome(
            String headline,
            @Nullable String notice,
            List<String> explained,
            List<Example> examples,
            @Nullable String more,
            @Nullable String button) {}

    /** One of them, with the address of its case; null before it moves, and where it is not seen. */
    public record Example(String words, @Nullable String url) {}

    /** Something that was chosen, so that it is sent again. */
    public record KeptChoice(String name, String value) {}
}
