package io.amends.rules.words;

import io.amends.language.Effects;
import io.amends.language.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Finds rules whose new place makes another rule decide. Order matters between two rules of the same priority that set
 * different effects: where both match, the earlier decides. The longest run of rules that kept their order stays; of every
 * pair that changed places at least one rule is outside it, so telling those tells all.
 */
final class Moves {
    private static final int NAMED = 3;

    private Moves() {}

    /** The sentence about each rule that moved, by its name. */
    static Map<String, String> between(List<Rule> from, List<Rule> to, RuleMessages messages) {
        Map<String, Integer> placeBefore = new HashMap<>();
        for (int i = 0; i < from.size(); i++) {
            placeBefore.put(from.get(i).name(), i);
        }
        List<Rule> common =
                to.stream().filter(rule -> placeBefore.containsKey(rule.name())).toList();
        int[] before = common.stream()
                .mapToInt(rule -> Objects.requireNonNull(placeBefore.get(rule.name())))
                .toArray();
        Set<Integer> kept = longestAscending(before);
        Map<String, String> sentences = new LinkedHashMap<>();
        for (int i = 0; i < before.length; i++) {
            if (!kept.contains(i)) {
                sentence(i, common, before, messages, sentences);
            }
        }
        return sentences;
    }

    private static void sentence(
            int moved, List<Rule> common, int[] before, RuleMessages messages, Map<String, String> sentences) {
        List<String> ahead = new ArrayList<>();
        List<String> behind = new ArrayList<>();
        for (int other = 0; other < before.length; other++) {
            boolean changedPlaces = (other < moved) != (before[other] < before[moved]);
            if (other != moved && changedPlaces && orderMatters(common.get(moved), common.get(other))) {
                (other > moved ? ahead : behind).add(common.get(other).name());
            }
        }
        String name = messages.quoted(common.get(moved).name());
        if (!ahead.isEmpty() || !behind.isEmpty()) {
            String first = ahead.isEmpty() ? "" : messages.movedAhead(name, names(ahead, messages));
            String second = behind.isEmpty() ? "" : messages.movedBehind(name, names(behind, messages));
            sentences.put(
                    common.get(moved).name(),
                    first.isEmpty() || second.isEmpty() ? first + second : messages.movedBothWays(first, second));
        }
    }

    private static String names(List<String> names, RuleMessages messages) {
        List<String> quoted = names.stream().limit(NAMED).map(messages::quoted).toList();
        return names.size() <= NAMED
                ? ClauseWords.joined(quoted, messages::and)
                : messages.more(ClauseWords.joined(quoted, messages::comma), names.size() - NAMED);
    }

    /** Tags and the contacts who also hear add up whatever the order, and the priority is what they share. */
    private static boolean orderMatters(Rule one, Rule other) {
        Effects left = one.then();
        Effects right = other.then();
        boolean samePriority = Objects.equals(left.priority(), right.priority());
        boolean sameEffects = left.kind() == right.kind()
                && left.alert() == right.alert()
                && Objects.equals(left.followUp(), right.followUp());
        return samePriority && !sameEffects;
    }

    /** The positions of a longest ascending run, by patience sorting. */
    private static Set<Integer> longestAscending(int[] values) {
        int[] tops = new int[values.length];
        int[] positions = new int[values.length];
        int[] previous = new int[values.length];
        int piles = 0;
        for (int i = 0; i < values.length; i++) {
            int pile = -Arrays.binarySearch(tops, 0, piles, values[i]) - 1; // places differ, so it is never found
            previous[i] = pile == 0 ? -1 : positions[pile - 1];
            tops[pile] = values[i];
            positions[pile] = i;
            piles = Math.max(piles, pile + 1);
        }
        Set<Integer> run = new HashSet<>();
        for (int i = piles == 0 ? -1 : positions[piles - 1]; i >= 0; i = previous[i]) {
            run.add(i);
        }
        return run;
    }
}
