package io.amends.dashboard.responses.core;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The report's seven service recovery filters (F1), as seed 001 has them. Rating and notes are independent demands. */
public enum Srn {
    /** All responses, with their notes. */
    Y(Rating.ANY, Notes.ANY),
    /** Rating at or below the threshold. */
    R(Rating.AT_MOST_THRESHOLD, Notes.ANY),
    /** Rating at or below the threshold, and no notes yet. */
    X(Rating.AT_MOST_THRESHOLD, Notes.NONE),
    /** Responses with notes. */
    W(Rating.ANY, Notes.SOME),
    /** Responses with notes, none of which says that the customer was spoken to. */
    V(Rating.ANY, Notes.NEVER_SPOKEN),
    /** Responses with notes, at least one of which says that the customer was spoken to. */
    S(Rating.ANY, Notes.SPOKEN),
    /** All responses, without showing notes. What counts where nothing is asked. */
    N(Rating.ANY, Notes.ANY);

    private final Rating rating;
    private final Notes notes;

    Srn(Rating rating, Notes notes) {
        this.rating = rating;
        this.notes = notes;
    }

    /** The filter of that letter, either case; N where none is given; empty where there is no such filter. */
    public static Optional<Srn> of(@Nullable String letter) {
        if (letter == null || letter.isBlank()) {
            return Optional.of(N);
        }
        return Arrays.stream(values())
                .filter(s -> s.letter().equals(letter.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    public String letter() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Rating rating() {
        return rating;
    }

    public Notes notes() {
        return notes;
    }

    /** Whether it lists every response, whatever its rating and its notes are. */
    public boolean listsAll() {
        return rating == Rating.ANY && notes == Notes.ANY;
    }

    /** Whether the report shows notes, and with them the pencil that leads to the dialog. */
    public boolean showsNotes() {
        return this != N;
    }

    /** What is asked of the rating. */
    public enum Rating {
        ANY,
        AT_MOST_THRESHOLD
    }

    /** What is asked of the notes. */
    public enum Notes {
        ANY,
        NONE,
        SOME,
        NEVER_SPOKEN,
        SPOKEN
    }
}
