package io.amends.rules.words;

import io.amends.language.Clause;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * A condition in words. Brackets go where the words alone would leave open what belongs together: at the top a list is
 * read from comma to comma, deeper down only what is joined by "or" or "and" throughout goes without.
 */
final class ClauseWords {
    private final RuleMessages messages;
    private final LeafWords leaves;

    ClauseWords(RuleMessages messages, Names names) {
        this.messages = messages;
        this.leaves = new LeafWords(messages, names);
    }

    /** How a phrase holds together: what binds it loosest. */
    enum Bond {
        WHOLE,
        AND,
        OR
    }

    record Phrase(String text, Bond bond) {}

    /** The whole condition of a rule. */
    String of(Clause clause) {
        return listed(clause.conjuncts());
    }

    /** Several conditions that all must hold. */
    String listed(List<Clause> clauses) {
        List<Phrase> phrases = clauses.stream().map(c -> phrase(c, false)).toList();
        List<String> texts = phrases.stream().map(Phrase::text).toList();
        boolean clear = phrases.stream().allMatch(p -> p.bond() == Bond.WHOLE);
        if (texts.size() == 1) {
            return texts.get(0);
        }
        if (texts.size() == 2 && clear) {
            return messages.and(texts.get(0), texts.get(1));
        }
        int last = texts.size() - 1;
        return messages.commaAnd(joined(texts.subList(0, last), messages::comma), texts.get(last));
    }

    private Phrase phrase(Clause clause, boolean negated) {
        return clause.match(new Phrasing(negated));
    }

    private final class Phrasing implements Clause.Cases<Phrase> {
        private final boolean negated;

        Phrasing(boolean negated) {
            this.negated = negated;
        }

        @Override
        public Phrase all(Clause.All all) {
            return combined(joined(all.of(), messages::and, Bond.AND));
        }

        @Override
        public Phrase any(Clause.Any any) {
            return combined(joined(any.of(), messages::or, Bond.OR));
        }

        @Override
        public Phrase not(Clause.Not not) {
            return phrase(not.of(), !negated);
        }

        @Override
        public Phrase leaf(Clause.Leaf leaf) {
            return leaves.phrase(leaf, negated);
        }

        private Phrase combined(Phrase phrase) {
            return negated ? new Phrase(messages.not(messages.group(phrase.text())), Bond.WHOLE) : phrase;
        }
    }

    private Phrase joined(List<Clause> clauses, BinaryOperator<String> conjunction, Bond bond) {
        List<String> texts = new ArrayList<>(clauses.size());
        for (Clause clause : clauses) {
            Phrase phrase = phrase(clause, false);
            if (clauses.size() == 1) {
                return phrase;
            }
            texts.add(phrase.bond() == Bond.WHOLE ? phrase.text() : messages.group(phrase.text()));
        }
        return new Phrase(joined(texts, conjunction), bond);
    }

    /** Texts joined two by two; none is no text. */
    static String joined(List<String> texts, BinaryOperator<String> conjunction) {
        return texts.stream().reduce(conjunction).orElse("");
    }
}
