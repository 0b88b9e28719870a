package io.amends.rules.matching;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The texts that rules look for in comments, by their first three characters: one pass over a comment finds those that it
 * contains, however many are looked for.
 */
final class Phrases {
    private static final int BEGINNING = 3;
    /** Most places of a comment begin nothing that is looked for; this many bits tell so without a look into the map. */
    private static final int BITS = 1 << 13;

    private final BitSet beginnings = new BitSet(BITS);
    private final Map<Integer, Phrase[]> byBeginning = new HashMap<>();

    private record Phrase(String text, int[] alternatives) {}

    private Phrases(Map<String, List<Integer>> filed) {
        Map<Integer, List<Phrase>> grouped = new HashMap<>();
        filed.forEach((text, alternatives) -> {
            int beginning = beginning(text, 0);
            beginnings.set(beginning & (BITS - 1));
            grouped.computeIfAbsent(beginning, b -> new ArrayList<>()).add(new Phrase(text, Lookup.ints(alternatives)));
        });
        grouped.forEach((beginning, phrases) -> byBeginning.put(beginning, phrases.toArray(Phrase[]::new)));
    }

    boolean isEmpty() {
        return byBeginning.isEmpty();
    }

    /** @param comment in small letters as {@link Facts#lower} makes them; null where there is none */
    void find(@Nullable String comment, Lookup.Found found) {
        if (comment == null) {
            return;
        }
        int last = comment.length() - BEGINNING;
        for (int at = 0; at <= last; at++) {
            int beginning = beginning(comment, at);
            if (beginnings.get(beginning & (BITS - 1))) {
                for (Phrase phrase : byBeginning.getOrDefault(beginning, NONE)) {
                    if (comment.startsWith(phrase.text, at)) {
                        found.candidates(phrase.alternatives);
                    }
                }
            }
        }
    }

    private static final Phrase[] NONE = {};

    private static int beginning(String text, int at) {
        return (text.charAt(at) * 31 + text.charAt(at + 1)) * 31 + text.charAt(at + 2);
    }

    /** Takes alternatives before the phrases are closed. */
    static final class Builder {
        private final Map<String, List<Integer>> filed = new HashMap<>();

        /** False for a text that is too short. */
        boolean file(String text, int alternative) {
            String lower = Facts.lower(text);
            return lower.length() >= BEGINNING
                    && filed.computeIfAbsent(lower, t -> new ArrayList<>()).add(alternative);
        }

        Phrases build() {
            return new Phrases(filed);
        }
    }
}
