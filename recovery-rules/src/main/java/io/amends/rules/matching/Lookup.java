package io.amends.rules.matching;

import io.amends.contracts.Answer;
import io.amends.rules.language.Clause;
import io.amends.rules.language.Comparison;
import io.amends.rules.language.Field;
import io.amends.rules.language.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The filing cabinet of the index: alternatives by the literal they are filed under. What asks for a value is found by
 * that value, orders by their sorted bounds; what fits neither is filed by leaf, and that leaf is asked once for all.
 */
final class Lookup {
    private final Map<Key, Drawer> measures;
    private final Map<Key, Drawer> fields;
    private final Map<Key, Drawer> properties;
    private final Map<Key, int[]> tags;
    private final Map<Key, int[]> factors;
    private final Asked[] asked;

    private Lookup(Builder from) {
        measures = drawers(from.drawers, Kind.MEASURE);
        fields = drawers(from.drawers, Kind.FIELD);
        properties = drawers(from.drawers, Kind.PROPERTY);
        tags = lists(from.members, Kind.TAG);
        factors = lists(from.members, Kind.FACTOR);
        asked = from.asked.entrySet().stream()
                .map(e -> new Asked(e.getKey().leaf, e.getKey().wanted, ints(e.getValue())))
                .toArray(Asked[]::new);
    }

    /** Who is told of what was found. */
    interface Found {
        void candidates(int[] alternatives);

        void candidate(int alternative);

        Verdict verdict(int leaf);
    }

    private enum Kind {
        MEASURE,
        FIELD,
        PROPERTY,
        TAG,
        FACTOR
    }

    private record Key(Kind kind, String name) {}

    private record LeafKey(int leaf, boolean wanted) {}

    private record Asked(int leaf, boolean wanted, int[] alternatives) {}

    /** Tells every alternative whose filed literal holds. */
    void find(Facts facts, Found found) {
        for (Map.Entry<String, Answer> answer : facts.measures().entrySet()) {
            look(measures.get(new Key(Kind.MEASURE, answer.getKey())), facts.measure(answer.getKey()), found);
        }
        if (!fields.isEmpty()) {
            for (Field field : FIELDS) {
                look(fields.get(new Key(Kind.FIELD, field.json())), facts.field(field), found);
            }
        }
        for (String name : facts.properties().keySet()) {
            look(properties.get(new Key(Kind.PROPERTY, name)), facts.property(name), found);
        }
        members(tags, Kind.TAG, facts.tags(), found);
        members(factors, Kind.FACTOR, facts.factors(), found);
        for (Asked one : asked) {
            if (found.verdict(one.leaf) == (one.wanted ? Verdict.TRUE : Verdict.FALSE)) {
                found.candidates(one.alternatives);
            }
        }
    }

    private static void look(@Nullable Drawer drawer, @Nullable Value value, Found found) {
        if (drawer != null && value != null) {
            drawer.find(value, found);
        }
    }

    private static void members(Map<Key, int[]> lists, Kind kind, Iterable<String> names, Found found) {
        if (lists.isEmpty()) {
            return;
        }
        for (String name : names) {
            int[] list = lists.get(new Key(kind, name));
            if (list != null) {
                found.candidates(list);
            }
        }
    }

    private static Map<Key, Drawer> drawers(Map<Key, Drawer.Builder> all, Kind kind) {
        Map<Key, Drawer> drawers = new HashMap<>();
        all.forEach((key, builder) -> {
            if (key.kind == kind) {
                drawers.put(key, builder.build());
            }
        });
        return drawers;
    }

    private static Map<Key, int[]> lists(Map<Key, List<Integer>> all, Kind kind) {
        Map<Key, int[]> lists = new HashMap<>();
        all.forEach((key, list) -> {
            if (key.kind == kind) {
                lists.put(key, ints(list));
            }
        });
        return lists;
    }

    static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    private static final Field[] FIELDS = Field.values();

    /** Takes alternatives before the cabinet is closed. */
    static final class Builder {
        private final Map<Key, Drawer.Builder> drawers = new HashMap<>();
        private final Map<Key, List<Integer>> members = new HashMap<>();
        private final Map<LeafKey, List<Integer>> asked = new HashMap<>();

        void file(Alternative.Literal literal, int leaf, int alternative) {
            if (!literal.wanted() || !filed(literal.leaf(), alternative)) {
                asked.computeIfAbsent(new LeafKey(leaf, literal.wanted()), k -> new ArrayList<>())
                        .add(alternative);
            }
        }

        private boolean filed(Clause.Leaf leaf, int alternative) {
            if (leaf instanceof Clause.MeasureIs is) {
                return drawer(Kind.MEASURE, is.measure(), is.comparison(), alternative);
            }
            if (leaf instanceof Clause.FieldIs is) {
                return drawer(Kind.FIELD, is.field().json(), is.comparison(), alternative);
            }
            if (leaf instanceof Clause.PropertyIs is) {
                return drawer(Kind.PROPERTY, is.property(), is.comparison(), alternative);
            }
            if (leaf instanceof Clause.HasTag has) {
                return member(Kind.TAG, has.tag(), alternative);
            }
            return leaf instanceof Clause.HasFactor has && member(Kind.FACTOR, has.factor(), alternative);
        }

        private boolean member(Kind kind, String name, int alternative) {
            members.computeIfAbsent(new Key(kind, name), k -> new ArrayList<>()).add(alternative);
            return true;
        }

        private boolean drawer(Kind kind, String name, Comparison comparison, int alternative) {
            return Drawer.takes(comparison)
                    && drawers.computeIfAbsent(new Key(kind, name), k -> new Drawer.Builder())
                            .file(comparison, alternative);
        }

        Lookup build() {
            return new Lookup(this);
        }
    }
}
