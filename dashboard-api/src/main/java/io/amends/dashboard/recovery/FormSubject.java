package io.amends.dashboard.recovery;

import io.amends.kit.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a form says that it is for. */
final class FormSubject {
    private FormSubject() {}

    /**
     * The one response, case or proposal that is named; null: none is.
     *
     * @throws Problem 400 where there are two, of which the first would be a guess
     */
    static @Nullable String one(List<String> named, RecoveryMessages messages) {
        if (named.size() > 1) {
            throw Problem.badRequest(messages.namesTwo(), List.of());
        }
        return named.isEmpty() || named.get(0).isBlank() ? null : named.get(0);
    }
}
