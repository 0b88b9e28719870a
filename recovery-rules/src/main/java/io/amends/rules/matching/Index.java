package io.amends.rules.matching;

import io.amends.rules.language.Clause;
import io.amends.rules.language.RuleSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds matching rules without asking each of them (B9). Every rule is spelled out into {@link Alternative}s. Each
 * alternative is filed under its rarest literal, so that a response leads to the few alternatives whose rarest literal it
 * satisfies: by hash for values asked for, by sorted bounds for orders. The rest of their literals is then asked, each
 * distinct leaf at most once per response, however many rules share it.
 *
 * <p>Immutable; what one response needs is allocated per call, so it is thread-safe.
 */
public final class Index implements Matcher {
    private final int rules;
    private final Clause.Leaf[] leaves;
    private final int[] ruleOf;
    private final int[][] restOf;
    private final Lookup lookup;

    public Index(RuleSet set) {
        rules = set.rules().size();
        Map<Clause.Leaf, Integer> ids = new HashMap<>();
        List<Integer> owners = new ArrayList<>();
        List<int[]> rests = new ArrayList<>();
        Lookup.Builder filing = new Lookup.Builder();
        for (int rule = 0; rule < rules; rule++) {
            for (Alternative alternative : Alternative.of(set.rules().get(rule).when())) {
                List<Alternative.Literal> literals = alternative.literals().stream()
                        .sorted(Comparator.comparingDouble(Rarity::share))
                        .toList();
                int id = owners.size();
                owners.add(rule);
                filing.file(literals.get(0), leafId(literals.get(0), ids), id);
                rests.add(literals.stream().skip(1).mapToInt(l -> coded(l, ids)).toArray());
            }
        }
        leaves = new Clause.Leaf[ids.size()];
        ids.forEach((leaf, id) -> leaves[id] = leaf);
        ruleOf = owners.stream().mapToInt(Integer::intValue).toArray();
        restOf = rests.toArray(int[][]::new);
        lookup = filing.build();
    }

    private static int leafId(Alternative.Literal literal, Map<Clause.Leaf, Integer> ids) {
        return ids.computeIfAbsent(literal.leaf(), leaf -> ids.size());
    }

    /** A literal as one number: the leaf's id where it must be TRUE, its complement where it must be FALSE. */
    private static int coded(Alternative.Literal literal, Map<Clause.Leaf, Integer> ids) {
        int id = leafId(literal, ids);
        return literal.wanted() ? id : ~id;
    }

    @Override
    public int[] matching(Facts facts) {
        Round round = new Round(facts);
        lookup.find(facts, round);
        return round.matched();
    }

    /** One response's way through the index. */
    final class Round implements Lookup.Found {
        private final Facts facts;
        private final @Nullable Verdict[] known = new Verdict[leaves.length];
        private final long[] matched = new long[(rules + 63) >>> 6];
        private int count;

        Round(Facts facts) {
            this.facts = facts;
        }

        @Override
        public void candidates(int[] alternatives) {
            for (int alternative : alternatives) {
                candidate(alternative);
            }
        }

        @Override
        public void candidate(int alternative) {
            int rule = ruleOf[alternative];
            if ((matched[rule >>> 6] & (1L << rule)) == 0 && rest(restOf[alternative])) {
                matched[rule >>> 6] |= 1L << rule;
                count++;
            }
        }

        private boolean rest(int[] literals) {
            for (int literal : literals) {
                Verdict verdict = verdict(literal >= 0 ? literal : ~literal);
                if (verdict != (literal >= 0 ? Verdict.TRUE : Verdict.FALSE)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public Verdict verdict(int leaf) {
            Verdict verdict = known[leaf];
            if (verdict == null) {
                verdict = Leaves.verdict(leaves[leaf], facts);
                known[leaf] = verdict;
            }
            return verdict;
        }

        private int[] matched() {
            int[] found = new int[count];
            int next = 0;
            for (int word = 0; word < matched.length; word++) {
                for (long bits = matched[word]; bits != 0; bits &= bits - 1) {
                    found[next++] = (word << 6) + Long.numberOfTrailingZeros(bits);
                }
            }
            return found;
        }
    }
}
