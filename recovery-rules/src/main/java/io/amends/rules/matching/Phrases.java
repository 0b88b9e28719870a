package io.amends.rules.matching;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The texts that rules look for in comments, each by those three of its characters that the fewest others have: one pass
 * over a comment finds those that it contains, however many are looked for and however alike they begin.
 */
final class Phrases {
    private static final int PIECE = 3;
    /** Most places of a comment have no piece that is looked for; this many bits tell so without a look into the map. */
    private static final int BITS = 1 << 13;

    private static final Phrase[] NONE = {};

    private final BitSet pieces = new BitSet(BITS);
    private final Map<Integer, Phrase[]> byPiece = new HashMap<>();

    /** @param at where in the text the piece is that it is found by */
    private record Phrase(String text, int at, int[] alternatives) {}

    private Phrases(Map<String, List<int[]>> filed) {
        Map<Integer, Integer> shared = new HashMap<>();
        for (String text : filed.keySet()) {
            for (int at = 0; at <= text.length() - PIECE; at++) {
                shared.merge(piece(text, at), 1, Integer::sum);
            }
        }
        Map<Integer, List<Phrase>> grouped = new HashMap<>();
        filed.forEach((text, alternatives) -> {
            int at = rarest(text, shared);
            int piece = piece(text, at);
            pieces.set(piece & (BITS - 1));
            grouped.computeIfAbsent(piece, p -> new ArrayList<>())
                    .add(new Phrase(text, at, Lookup.joined(alternatives)));
        });
        grouped.forEach((piece, phrases) -> byPiece.put(piece, phrases.toArray(Phrase[]::new)));
    }

    boolean isEmpty() {
        return byPiece.isEmpty();
    }

    /** @param comment in small letters as {@link Facts#lower} makes them; null where there is none */
    void find(@Nullable String comment, Lookup.CandidateSink found) {
        if (comment == null) {
            return;
        }
        for (int at = 0; at <= comment.length() - PIECE; at++) {
            int piece = piece(comment, at);
            if (pieces.get(piece & (BITS - 1))) {
                for (Phrase phrase : byPiece.getOrDefault(piece, NONE)) {
                    if (comment.startsWith(phrase.text, at - phrase.at)) {
                        found.candidates(phrase.alternatives);
                    }
                }
            }
        }
    }

    private static int rarest(String text, Map<Integer, Integer> shared) {
        return IntStream.rangeClosed(0, text.length() - PIECE)
                .boxed()
                .min(Comparator.comparing(at -> shared.getOrDefault(piece(text, at), 0)))
                .orElseThrow();
    }

    private static int piece(String text, int at) {
        return (text.charAt(at) * 31 + text.charAt(at + 1)) * 31 + text.charAt(at + 2);
    }

    /** Takes alternatives before the phrases are closed. */
    static final class Builder {
        private final Map<String, List<int[]>> filed = new HashMap<>();

        /** False for a text that is too short. */
        boolean file(String text, int[] alternative) {
            String lower = Facts.lower(text);
            return lower.length() >= PIECE
                    && filed.computeIfAbsent(lower, t -> new ArrayList<>()).add(alternative);
        }

        Phrases build() {
            return new Phrases(filed);
        }
    }
}
