package io.amends.dashboard.studio.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole draft as JSON.
 *
 * @param action where the form is posted
 * @param tag the draft's that the form was made of
 * @param keptAs under which name the browser keeps what is not saved yet
 * @param stale whether it was not saved since somebody else has changed the draft
 * @param summary how many places are wrong; null for none
 */
public record JsonView(
        String action,
        String tag,
        String keptAs,
        String text,
        boolean stale,
        @Nullable String summary,
        List<ErrorLine> errors) {

    /**
     * One error.
     *
     * @param pointer where; the whole in words where it is no place within
     * @param rule the name of the rule it is in; null for none
     */
    public record ErrorLine(String pointer, @Nullable String rule, String reason) {}
}
