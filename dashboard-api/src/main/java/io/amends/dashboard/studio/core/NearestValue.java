package io.amends.dashboard.studio.core;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The known value that somebody most likely meant who wrote another one. */
final class NearestValue {
    /** Longer values are not compared letter by letter: nobody writes them by hand. */
    private static final int LONGEST = 200;

    private NearestValue() {}

    /**
     * The known value with the fewest letters to add, drop, change or swap, or null where none is near: a fifth of the letters
     * and one may differ, upper and lower case never does. Values of one or two letters are codes, of which each is near
     * every other, so of those only the case may differ.
     */
    static @Nullable String of(String written, Collection<String> known) {
        String wanted = written.strip().toLowerCase(Locale.ROOT);
        if (wanted.length() > LONGEST) {
            return null;
        }
        String nearest = null;
        int least = (wanted.length() < 3 ? 0 : 1 + wanted.length() / 5) + 1;
        for (String candidate : known) {
            if (Math.abs(candidate.length() - wanted.length()) < least) {
                int distance = distance(wanted, candidate.toLowerCase(Locale.ROOT));
                if (distance < least) {
                    least = distance;
                    nearest = candidate;
                }
            }
        }
        return nearest;
    }

    /** Optimal string alignment: how many single letters, or swaps of neighbours, lie between two texts. */
    private static int distance(String one, String other) {
        int[] twoAgo = new int[other.length() + 1];
        int[] before = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] now = new int[other.length() + 1];
            now[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(change, 1 + Math.min(now[j - 1], before[j]));
                boolean swapped = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                if (swapped) {
                    now[j] = Math.min(now[j], twoAgo[j - 2] + 1);
                }
            }
            twoAgo = before;
            before = now;
        }
        return before[other.length()];
    }
}
