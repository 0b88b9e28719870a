package io.amends.dashboard.studio.core;

import io.amends.contracts.api.WordedRules.WordedRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Two rule sets in words, rule beside rule by name, in the order of the second; a rule that the second lacks stands
 * after the one that it followed in the first.
 *
 * @param same how many rules say the same on both sides; they are not among the pairs
 */
public record SideBySide(List<Pair> pairs, int same) {

    /** One rule on both sides; null where a side does not have it. */
    public record Pair(String name, @Nullable WordedRule left, @Nullable WordedRule right) {
        public boolean added() {
            return left == null;
        }

        public boolean removed() {
            return right == null;
        }
    }

    public static SideBySide of(List<WordedRule> left, List<WordedRule> right) {
        Map<String, WordedRule> before = byName(left);
        Map<String, WordedRule> after = byName(right);
        List<String> order = new ArrayList<>(after.keySet());
        String previous = null;
        for (WordedRule rule : left) {
            if (!after.containsKey(rule.name())) {
                order.add(previous == null ? 0 : order.indexOf(previous) + 1, rule.name());
            }
            previous = rule.name();
        }
        List<Pair> pairs = new ArrayList<>();
        int same = 0;
        for (String name : order) {
            Pair pair = new Pair(name, before.get(name), after.get(name));
            if (pair.left() != null && pair.left().equals(pair.right())) {
                same++;
            } else {
                pairs.add(pair);
            }
        }
        return new SideBySide(List.copyOf(pairs), same);
    }

    private static Map<String, WordedRule> byName(List<WordedRule> rules) {
        Map<String, WordedRule> byName = new LinkedHashMap<>();
        rules.forEach(r -> byName.put(r.name(), r));
        return byName;
    }
}
