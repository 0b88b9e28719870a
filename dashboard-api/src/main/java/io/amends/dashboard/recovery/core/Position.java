package io.amends.dashboard.recovery.core;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where in its responses the dialog stands (D1, D3).
 *
 * @param number from 1
 * @param previous response before, null at the first
 * @param next response after, null at the last
 */
public record Position(String responseId, int number, int of, @Nullable String previous, @Nullable String next) {

    /** The position at exactly this response, for what is written; empty where it is not among them. */
    public static Optional<Position> exactly(@Nullable String responseId, List<String> responses) {
        return responseId != null && responses.contains(responseId)
                ? Optional.of(at(responseId, responses))
                : Optional.empty();
    }

    /**
     * The position at a response, for reading; at the first where that response is not among them.
     *
     * @throws IllegalArgumentException if there are no responses
     */
    public static Position at(@Nullable String responseId, List<String> responses) {
        if (responses.isEmpty()) {
            throw new IllegalArgumentException("a dialog needs a response");
        }
        int i = Math.max(0, (responseId == null ? 0 : responses.indexOf(responseId)));
        return new Position(
                responses.get(i),
                i + 1,
                responses.size(),
                i == 0 ? null : responses.get(i - 1),
                i == responses.size() - 1 ? null : responses.get(i + 1));
    }

    /** Where a button leads, after it saved. */
    public String after(Step step) {
        return switch (step) {
            case PREVIOUS -> previous == null ? responseId : previous;
            case SAVE -> responseId;
            case NEXT -> next == null ? responseId : next;
        };
    }

    /** The three buttons; all of them save. */
    public enum Step {
        PREVIOUS,
        SAVE,
        NEXT;

        /** The step of that word; SAVE for any other. */
        public static Step of(@Nullable String word) {
            return "previous".equals(word) ? PREVIOUS : "next".equals(word) ? NEXT : SAVE;
        }
    }
}
