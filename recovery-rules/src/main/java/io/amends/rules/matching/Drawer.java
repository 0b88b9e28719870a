package io.amends.rules.matching;

import io.amends.language.Comparison;
import io.amends.language.Comparison.Direction;
import io.amends.language.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The alternatives that ask for a value of one attribute: by the text asked for, by the number asked for, and in order of
 * their bounds, so that those satisfied by a value are the first ones of each order.
 */
final class Drawer {
    /** How alternatives are filed by a comparison; empty where too many values satisfy it for finding any by it. */
    static final Comparison.Cases<Optional<Filing>> FILINGS = new Comparison.Cases<>() {
        @Override
        public Optional<Filing> equal(Comparison.Equal equal) {
            return equal.negated()
                    ? Optional.empty()
                    : Optional.of((drawer, alternative) -> drawer.file(equal.value(), alternative));
        }

        @Override
        public Optional<Filing> in(Comparison.In in) {
            return in.negated()
                    ? Optional.empty()
                    : Optional.of((drawer, alternative) -> in.values().forEach(v -> drawer.file(v, alternative)));
        }

        @Override
        public Optional<Filing> order(Comparison.Order order) {
            return Optional.of((drawer, alternative) -> drawer.file(order, alternative));
        }

        @Override
        public Optional<Filing> between(Comparison.Between between) {
            return Optional.empty();
        }

        @Override
        public Optional<Filing> prefix(Comparison.Prefix prefix) {
            return Optional.empty();
        }

        @Override
        public Optional<Filing> present(Comparison.Present present) {
            return Optional.empty();
        }
    };

    private final Map<String, int[]> texts = new HashMap<>();
    private final Map<BigDecimal, int[]> numbers = new HashMap<>();
    private final Bounds[] orders;

    /** The alternatives of one direction, the bound satisfied by most values first. */
    private record Bounds(Direction direction, BigDecimal[] bounds, int[][] alternatives) {}

    /** Puts an alternative to where a comparison has it found. */
    @FunctionalInterface
    interface Filing {
        void file(Builder drawer, int[] alternative);
    }

    private Drawer(Builder from) {
        from.texts.forEach((text, list) -> texts.put(text, Lookup.joined(list)));
        from.numbers.forEach((number, list) -> numbers.put(number, Lookup.joined(list)));
        orders = from.orders.entrySet().stream()
                .map(e -> bounds(e.getKey(), e.getValue()))
                .toArray(Bounds[]::new);
    }

    void find(Value value, Lookup.CandidateSink found) {
        if (!texts.isEmpty()) {
            Lookup.tell(texts.get(value.asText()), found);
        }
        if (numbers.isEmpty() && orders.length == 0) {
            return;
        }
        BigDecimal number = value.asNumber();
        if (number == null) {
            return;
        }
        if (!numbers.isEmpty()) {
            Lookup.tell(numbers.get(number.stripTrailingZeros()), found);
        }
        for (Bounds order : orders) {
            for (int i = 0; i < order.bounds.length; i++) {
                if (!order.direction.holds(number.compareTo(order.bounds[i]))) {
                    break;
                }
                found.candidates(order.alternatives[i]);
            }
        }
    }

    private static Bounds bounds(Direction direction, Map<BigDecimal, List<int[]>> filed) {
        boolean atMost = direction == Direction.LT || direction == Direction.LTE;
        List<Map.Entry<BigDecimal, List<int[]>>> sorted = filed.entrySet().stream()
                .sorted(
                        atMost
                                ? Map.Entry.<BigDecimal, List<int[]>>comparingByKey()
                                        .reversed()
                                : Map.Entry.comparingByKey())
                .toList();
        return new Bounds(
                direction,
                sorted.stream().map(Map.Entry::getKey).toArray(BigDecimal[]::new),
                sorted.stream().map(e -> Lookup.joined(e.getValue())).toArray(int[][]::new));
    }

    /** Takes alternatives before the drawer is closed. */
    static final class Builder {
        private final Map<String, List<int[]>> texts = new HashMap<>();
        private final Map<BigDecimal, List<int[]>> numbers = new HashMap<>();
        private final Map<Direction, Map<BigDecimal, List<int[]>>> orders = new EnumMap<>(Direction.class);

        private void file(Comparison.Order order, int[] alternative) {
            orders.computeIfAbsent(order.direction(), d -> new HashMap<>())
                    .computeIfAbsent(order.bound().stripTrailingZeros(), b -> new ArrayList<>())
                    .add(alternative);
        }

        private void file(Value value, int[] alternative) {
            if (value instanceof Value.Numeric number) {
                numbers.computeIfAbsent(number.number().stripTrailingZeros(), n -> new ArrayList<>())
                        .add(alternative);
            } else {
                texts.computeIfAbsent(value.asText(), t -> new ArrayList<>()).add(alternative);
            }
        }

        Drawer build() {
            return new Drawer(this);
        }
    }
}
