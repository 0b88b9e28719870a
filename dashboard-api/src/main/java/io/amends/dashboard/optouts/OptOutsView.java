package io.amends.dashboard.optouts;

import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.studio.shared.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of customers who want no surveys, in finished words.
 *
 * @param told what happened just now, or why nothing did; null where nothing is to be told
 * @param search what is looked for
 * @param form the form that adds one; null for who may not
 */
public record OptOutsView(
        String headline,
        String zone,
        @Nullable Told told,
        OptOutSearch search,
        List<OptOutLine> lines,
        @Nullable OptOutAdding form,
        @Nullable String newer,
        @Nullable String older) {

    /**
     * What is told above the list.
     *
     * @param looks how it is coloured
     */
    public record Told(String words, String looks) {}

    /**
     * What is looked for.
     *
     * @param kinds by what a customer is named
     * @param contact empty where nobody is looked for
     * @param error why nobody can be looked for by it; null where somebody can
     */
    public record OptOutSearch(List<Option> kinds, String contact, @Nullable String error) {}

    /**
     * A customer who wants no surveys.
     *
     * @param kind what names them, as forms post it
     * @param kindName the same in words
     * @param reason null where nobody gave one
     */
    public record OptOutLine(
            int number,
            String kind,
            String kindName,
            String contact,
            Formats.Moment since,
            String who,
            @Nullable String reason) {}

    /**
     * The form that adds one, as it was typed.
     *
     * @param contactError what is wrong with the contact; null where nothing is
     * @param reasonError what is wrong with the reason; null where nothing is
     */
    public record OptOutAdding(
            List<Option> kinds,
            String contact,
            String reason,
            @Nullable String contactError,
            @Nullable String reasonError) {}
}
