package io.amends.rules.matching;

import io.amends.contracts.Answer;
import io.amends.contracts.api.Verdict;
import io.amends.language.Clause;
import io.amends.language.Comparison;
import io.amends.language.Field;
import io.amends.language.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The filing cabinet of the index: alternatives by the literal they are filed under. What asks for a value is found by
 * that value, orders by their sorted bounds, texts in comments in one pass over the comment; what fits none of these is
 * filed by leaf, and that leaf is asked once for all.
 */
final class Lookup {
    private final Map<String, Drawer> measures = new HashMap<>();
    private final Map<String, Drawer> properties = new HashMap<>();
    private final FieldDrawer[] fields;
    private final Map<String, int[]> tags = new HashMap<>();
    private final Map<String, int[]> factors = new HashMap<>();
    private final Phrases phrases;
    private final FiledLeaf[] asked;

    private Lookup(Builder from) {
        from.measures.forEach((name, drawer) -> measures.put(name, drawer.build()));
        from.properties.forEach((name, drawer) -> properties.put(name, drawer.build()));
        fields = from.fields.entrySet().stream()
                .map(e -> new FieldDrawer(e.getKey(), e.getValue().build()))
                .toArray(FieldDrawer[]::new);
        from.tags.forEach((tag, list) -> tags.put(tag, joined(list)));
        from.factors.forEach((factor, list) -> factors.put(factor, joined(list)));
        phrases = from.phrases.build();
        asked = from.asked.entrySet().stream()
                .map(e -> new FiledLeaf(e.getKey().leaf, e.getKey().wanted, joined(e.getValue())))
                .toArray(FiledLeaf[]::new);
    }

    /** Who is told of what was found: alternatives as they were filed, one behind the other. */
    interface CandidateSink {
        void candidates(int[] alternatives);

        Verdict verdict(int leaf);
    }

    private record FieldDrawer(Field field, Drawer drawer) {}

    private record LeafKey(int leaf, boolean wanted) {}

    private record FiledLeaf(int leaf, boolean wanted, int[] alternatives) {}

    /** Tells every alternative whose filed literal holds; some more than once. */
    void find(Facts facts, CandidateSink found) {
        if (!measures.isEmpty()) {
            for (Map.Entry<String, Answer> answer : facts.measures().entrySet()) {
                look(measures.get(answer.getKey()), answer.getValue(), found);
            }
        }
        if (!properties.isEmpty()) {
            for (Map.Entry<String, Object> property : facts.properties().entrySet()) {
                look(properties.get(property.getKey()), property.getValue(), found);
            }
        }
        for (FieldDrawer filed : fields) {
            String text = facts.text(filed.field);
            if (text != null) {
                filed.drawer.find(new Value.Text(text), found);
            }
        }
        members(tags, facts.tags(), found);
        members(factors, facts.factors(), found);
        if (!phrases.isEmpty()) {
            phrases.find(facts.lowerComment(), found);
        }
        for (FiledLeaf one : asked) {
            if (found.verdict(one.leaf) == (one.wanted ? Verdict.TRUE : Verdict.FALSE)) {
                found.candidates(one.alternatives);
            }
        }
    }

    private static void look(@Nullable Drawer drawer, Object json, CandidateSink found) {
        Value value = drawer == null ? null : Facts.value(json);
        if (drawer != null && value != null) {
            drawer.find(value, found);
        }
    }

    private static void members(Map<String, int[]> lists, Collection<String> names, CandidateSink found) {
        if (!lists.isEmpty()) {
            for (String name : names) {
                tell(lists.get(name), found);
            }
        }
    }

    static void tell(int @Nullable [] alternatives, CandidateSink found) {
        if (alternatives != null) {
            found.candidates(alternatives);
        }
    }

    /** One behind the other, so that those found together lie together in memory. */
    static int[] joined(List<int[]> alternatives) {
        int[] all = new int[alternatives.stream().mapToInt(one -> one.length).sum()];
        int at = 0;
        for (int[] one : alternatives) {
            System.arraycopy(one, 0, all, at, one.length);
            at += one.length;
        }
        return all;
    }

    /** Takes alternatives before the cabinet is closed. */
    static final class Builder {
        private final Map<String, Drawer.Builder> measures = new HashMap<>();
        private final Map<String, Drawer.Builder> properties = new HashMap<>();
        private final Map<Field, Drawer.Builder> fields = new EnumMap<>(Field.class);
        private final Map<String, List<int[]>> tags = new HashMap<>();
        private final Map<String, List<int[]>> factors = new HashMap<>();
        private final Phrases.Builder phrases = new Phrases.Builder();
        private final Map<LeafKey, List<int[]>> asked = new HashMap<>();

        void file(Alternative.Literal literal, int leaf, int[] alternative) {
            if (!literal.wanted() || !filed(literal.leaf(), alternative)) {
                asked.computeIfAbsent(new LeafKey(leaf, literal.wanted()), k -> new ArrayList<>())
                        .add(alternative);
            }
        }

        private boolean filed(Clause.Leaf leaf, int[] alternative) {
            return leaf.match(new Filing(alternative));
        }

        /** Files an alternative by its rarest leaf; false where that leaf is none to be found by. */
        private final class Filing implements Clause.LeafCases<Boolean> {
            private final int[] alternative;

            Filing(int[] alternative) {
                this.alternative = alternative;
            }

            @Override
            public Boolean measure(Clause.MeasureIs is) {
                return drawer(measures, is.measure(), is.comparison());
            }

            @Override
            public Boolean field(Clause.FieldIs is) {
                return drawer(fields, is.field(), is.comparison());
            }

            @Override
            public Boolean property(Clause.PropertyIs is) {
                return drawer(properties, is.property(), is.comparison());
            }

            @Override
            public Boolean tag(Clause.HasTag has) {
                return tags.computeIfAbsent(has.tag(), k -> new ArrayList<>()).add(alternative);
            }

            @Override
            public Boolean factor(Clause.HasFactor has) {
                return factors.computeIfAbsent(has.factor(), k -> new ArrayList<>())
                        .add(alternative);
            }

            @Override
            public Boolean comment(Clause.CommentIs is) {
                return false;
            }

            @Override
            public Boolean commentContains(Clause.CommentContains contains) {
                return phrases.file(contains.text(), alternative);
            }

            @Override
            public Boolean submitted(Clause.Submitted submitted) {
                return false;
            }

            @Override
            public Boolean overallLow(Clause.OverallLow low) {
                return false;
            }

            private <K> boolean drawer(Map<K, Drawer.Builder> drawers, K name, Comparison comparison) {
                Optional<Drawer.Filing> filing = comparison.match(Drawer.FILINGS);
                filing.ifPresent(by -> by.file(drawers.computeIfAbsent(name, k -> new Drawer.Builder()), alternative));
                return filing.isPresent();
            }
        }

        Lookup build() {
            return new Lookup(this);
        }
    }
}
