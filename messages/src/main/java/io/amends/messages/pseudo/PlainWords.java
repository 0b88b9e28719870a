package io.amends.messages.pseudo;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds what came from no message in text that was rendered in the pseudo language. */
public final class PlainWords {
    /** Letters without an accent, and no part of a word that has accents. */
    private static final Pattern WORD = Pattern.compile("(?<!\\p{L})[A-Za-z]+(?!\\p{L})");

    private PlainWords() {}

    /**
     * The words without accents.
     *
     * @param text what a person reads, without markup
     * @param data the names and values in it that are nobody's message
     */
    public static List<String> in(String text, Collection<String> data) {
        String rest = text;
        // The longest first: one value may be a part of another.
        for (String value : data.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList()) {
            rest = rest.replace(value, " ");
        }
        return WORD.matcher(rest).results().map(MatchResult::group).toList();
    }
}
