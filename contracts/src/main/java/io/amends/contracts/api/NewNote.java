package io.amends.contracts.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.amends.contracts.WrittenFreely;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A note as it is posted (D1).
 *
 * @param author the typed name, 1 to 200 characters
 * @param spoke whether the customer was spoken to; absent: no
 * @param text up to 20,000 characters; blank saves nothing
 * @param correctionOf the note it corrects
 * @param at when it was done; absent: now. In the past only for an import
 */
@WrittenFreely
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewNote(
        @Nullable String author,
        @Nullable Boolean spoke,
        @Nullable String text,
        @Nullable String correctionOf,
        @Nullable Instant at) {

    /** A note that is written now and corrects no other. */
    public static NewNote of(String author, boolean spoke, String text) {
        return new NewNote(author, spoke, text, null, null);
    }
}
