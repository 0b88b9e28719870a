package io.amends.dashboard.optouts;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a customer who wants no surveys is named by. */
enum OptOutKind {
    EMAIL("email"),
    PHONE("phone"),
    ID("id");

    private final String word;

    OptOutKind(String word) {
        this.word = word;
    }

    /** Its name in the API and in forms. */
    String word() {
        return word;
    }

    static Optional<OptOutKind> of(@Nullable String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
