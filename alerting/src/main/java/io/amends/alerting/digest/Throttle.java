package io.amends.alerting.digest;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of one support group's cases the digests of a period show, and what waits for a later one (B8). Who asked to be
 * contacted is always shown, and counts towards the cap. What is left of the cap goes to those who wait, longest first,
 * and then to the others by priority, score and age. All that is not shown is deferred: nothing is lost.
 *
 * @param shown those that the digests of this period list
 * @param deferred those that wait, in the order in which their turn comes
 */
record Throttle(List<Pick> shown, List<Pick> deferred) {
    /** Who waits longest; of those who wait since the same digest, who answered first. */
    static final Comparator<Pick> LONGEST = comparing(Pick::waitsSince, nullsLast(naturalOrder()))
            .thenComparing(Pick::received)
            .thenComparing(pick -> pick.decision().responseId());

    private static final Comparator<Pick> FOREMOST = comparing(
                    (Pick pick) -> pick.decision().priority(), nullsLast(naturalOrder()))
            .thenComparing(pick -> pick.decision().explanation().overall(), nullsLast(naturalOrder()))
            .thenComparing(Pick::received)
            .thenComparing(pick -> pick.decision().responseId());

    /**
     * Divides the cases of a group; a pure function.
     *
     * @param cap how many are shown at most; null: all
     */
    static Throttle of(@Nullable Integer cap, List<Pick> picks) {
        if (cap == null) {
            return new Throttle(picks, List.of());
        }
        List<Pick> asked = picks.stream().filter(Pick::asked).sorted(FOREMOST).toList();
        List<Pick> others = new ArrayList<>();
        picks.stream()
                .filter(pick -> !pick.asked() && pick.waits())
                .sorted(LONGEST)
                .forEach(others::add);
        picks.stream()
                .filter(pick -> !pick.asked() && !pick.waits())
                .sorted(FOREMOST)
                .forEach(others::add);
        int left = Math.min(Math.max(cap - asked.size(), 0), others.size());
        List<Pick> shown = new ArrayList<>(asked);
        shown.addAll(others.subList(0, left));
        return new Throttle(List.copyOf(shown), List.copyOf(others.subList(left, others.size())));
    }
}
