package io.amends.rules.matching;

import io.amends.contracts.api.Verdict;
import io.amends.language.Clause;
import io.amends.language.PlacedLeaf;
import io.amends.language.Pointer;
import io.amends.language.RuleSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Finds matching rules without asking each of them (B9). Every rule is spelled out into {@link Alternative}s. Each
 * alternative is filed under its rarest literal, so that a response leads to the few alternatives whose rarest literal it
 * satisfies: by hash for values asked for, by sorted bounds for orders. The rest of their literals is then asked, each
 * distinct leaf at most once per response, however many rules share it.
 *
 * <p>Thread-safe: an {@link IndexWalk} is for one call at a time, and used again by a later one.
 */
public final class Index implements Matcher {
    private final int rules;
    private final LeafQuestion[] questions;
    private final Lookup lookup;
    private final AtomicReference<@Nullable IndexWalk> spare = new AtomicReference<>();

    public Index(RuleSet set) {
        rules = set.rules().size();
        Map<Clause.Leaf, Integer> ids = new LinkedHashMap<>();
        set.rules().stream()
                .flatMap(rule -> PlacedLeaf.in(rule.when(), Pointer.WHEN))
                .forEach(placed -> ids.putIfAbsent(placed.leaf(), ids.size()));
        questions = ids.keySet().stream().map(LeafQuestion::of).toArray(LeafQuestion[]::new);
        double[] shares = Rarity.shares(ids.keySet());
        Lookup.Builder filing = new Lookup.Builder();
        for (int rule = 0; rule < rules; rule++) {
            for (Alternative alternative : Alternative.of(set.rules().get(rule).when())) {
                List<CodedLiteral> literals =
                        new ArrayList<>(alternative.literals().size());
                alternative.literals().forEach(literal -> literals.add(CodedLiteral.of(literal, ids, shares)));
                literals.sort(Comparator.comparingDouble(CodedLiteral::share));
                CodedLiteral rarest = literals.get(0);
                filing.file(rarest.literal, rarest.leaf(), block(rule, literals));
            }
        }
        lookup = filing.build();
    }

    /**
     * A literal as one number.
     *
     * @param code the leaf's id where it must be TRUE, its complement where it must be FALSE
     * @param share of the responses that are expected to satisfy it
     */
    private record CodedLiteral(Alternative.Literal literal, int code, double share) {
        static CodedLiteral of(Alternative.Literal literal, Map<Clause.Leaf, Integer> ids, double[] shares) {
            int id = Objects.requireNonNull(ids.get(literal.leaf()), "every leaf was numbered");
            return literal.wanted()
                    ? new CodedLiteral(literal, id, shares[id])
                    : new CodedLiteral(literal, ~id, 1 - shares[id]);
        }

        int leaf() {
            return code >= 0 ? code : ~code;
        }
    }

    /** An alternative as it is filed: its rule, how many literals are left beside the rarest, and those. */
    private static int[] block(int rule, List<CodedLiteral> literals) {
        int[] block = new int[literals.size() + 1];
        block[0] = rule;
        block[1] = literals.size() - 1;
        for (int i = 1; i < literals.size(); i++) {
            block[i + 1] = literals.get(i).code;
        }
        return block;
    }

    @Override
    public int[] matching(Facts facts) {
        IndexWalk round = spare.getAndSet(null);
        if (round == null) {
            round = new IndexWalk(facts);
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
    private final class IndexWalk implements Lookup.CandidateSink {
        // The last verdict of each leaf, and in which round that was.
        private final @Nullable Verdict[] known = new Verdict[questions.length];
        private final int[] knownIn = new int[questions.length];
        // The round in which each rule matched last.
        private final int[] matchedIn = new int[rules];
        private int[] matched = new int[32];
        private int count;
        private int number;
        private Facts facts;

        IndexWalk(Facts facts) {
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
        public void candidates(int[] blocks) {
            for (int at = 0; at < blocks.length; at += 2 + blocks[at + 1]) {
                int rule = blocks[at];
                if (matchedIn[rule] != number && hold(blocks, at + 2, blocks[at + 1])) {
                    matchedIn[rule] = number;
                    if (count == matched.length) {
                        matched = Arrays.copyOf(matched, count * 2);
                    }
                    matched[count++] = rule;
                }
            }
        }

        private boolean hold(int[] literals, int from, int many) {
            for (int i = from; i < from + many; i++) {
                int literal = literals[i];
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
                verdict = questions[leaf].verdict(facts);
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
