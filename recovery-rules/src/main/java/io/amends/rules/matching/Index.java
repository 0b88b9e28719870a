package io.amends.rules.matching;

import io.amends.rules.language.Clause;
import io.amends.rules.language.RuleSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds matching rules without asking each of them (B9). Every rule is spelled out into {@link Alternative}s. Each
 * alternative is filed under its rarest literal, so that a response leads to the few alternatives whose rarest literal it
 * satisfies: by hash for values asked for, by sorted bounds for orders. The rest of their literals is then asked, each
 * distinct leaf at most once per response, however many rules share it.
 *
 * <p>Thread-safe: a {@link Round} is for one call at a time, and used again by a later one.
 */
public final class Index implements Matcher {
    private final int rules;
    private final List<Function<Facts, Verdict>> questions;
    private final int[] ruleOf;
    private final int[][] restOf;
    private final Lookup lookup;
    private final AtomicReference<@Nullable Round> spare = new AtomicReference<>();

    public Index(RuleSet set) {
        rules = set.rules().size();
        Map<Clause.Leaf, Integer> ids = new HashMap<>();
        List<Integer> owners = new ArrayList<>();
        List<int[]> rests = new ArrayList<>();
        Lookup.Builder filing = new Lookup.Builder();
        Rarity rarity = new Rarity(set);
        for (int rule = 0; rule < rules; rule++) {
            for (Alternative alternative : Alternative.of(set.rules().get(rule).when())) {
                List<Alternative.Literal> literals = alternative.literals().stream()
                        .sorted(Comparator.comparingDouble(rarity::share))
                        .toList();
                int id = owners.size();
                owners.add(rule);
                filing.file(literals.get(0), leafId(literals.get(0), ids), id);
                rests.add(literals.stream().skip(1).mapToInt(l -> coded(l, ids)).toArray());
            }
        }
        questions = ids.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(e -> Leaves.question(e.getKey()))
                .toList();
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
        Round round = spare.getAndSet(null);
        if (round == null) {
            round = new Round(facts);
        }
        round.begin(facts);
        lookup.find(facts, round);
        int[] matched = round.matched();
        spare.set(round);
        return matched;
    }

    /**
     * One response's way through the index. What was noted is stamped with the number of the round, so that nothing need
     * be cleared before the next.
     */
    private final class Round implements Lookup.Found {
        // Of each leaf its last verdict, and in which round that was.
        private final @Nullable Verdict[] known = new Verdict[questions.size()];
        private final int[] knownIn = new int[questions.size()];
        // Of each rule in which round it matched last.
        private final int[] matchedIn = new int[rules];
        private int[] matched = new int[32];
        private int count;
        private int number;
        private Facts facts;

        Round(Facts facts) {
            this.facts = facts;
        }

        void begin(Facts next) {
            facts = next;
            count = 0;
            if (++number == 0) { // after four billion
                Arrays.fill(knownIn, 0);
                Arrays.fill(matchedIn, 0);
                number = 1;
            }
        }

        @Override
        public void candidates(int[] alternatives) {
            for (int alternative : alternatives) {
                int rule = ruleOf[alternative];
                if (matchedIn[rule] != number && rest(restOf[alternative])) {
                    matchedIn[rule] = number;
                    if (count == matched.length) {
                        matched = Arrays.copyOf(matched, count * 2);
                    }
                    matched[count++] = rule;
                }
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
            if (verdict == null || knownIn[leaf] != number) {
                verdict = questions.get(leaf).apply(facts);
                known[leaf] = verdict;
                knownIn[leaf] = number;
            }
            return verdict;
        }

        private int[] matched() {
            int[] found = Arrays.copyOf(matched, count);
            Arrays.sort(found);
            return found;
        }
    }
}
