package io.amends.dashboard.studio.core;

import io.amends.language.ClauseJson;
import io.amends.language.Operator;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a condition asks, by the word that the form posts: the rule language's operators, and what is asked of a comment. */
public enum FormOperator {
    EQ(Operator.EQ),
    NE(Operator.NE),
    IN(Operator.IN),
    NOT_IN(Operator.NOT_IN),
    LT(Operator.LT),
    LTE(Operator.LTE),
    GT(Operator.GT),
    GTE(Operator.GTE),
    BETWEEN(Operator.BETWEEN),
    PREFIX(Operator.PREFIX),
    /** A comment is compared so as well. */
    PRESENT(Operator.PRESENT),
    /** JSON has no word for it: it says that being present is false. */
    MISSING("missing", Operator.PRESENT),
    CONTAINS(ClauseJson.CONTAINS, null),
    ABSENT(ClauseJson.ABSENT, null),
    /** Nothing, as with a tag, or what no form offers; the rules say what is wrong with that. */
    NONE("", null);

    private final String word;

    private final @Nullable Operator operator;

    FormOperator(Operator operator) {
        this(operator.json(), operator);
    }

    FormOperator(String word, @Nullable Operator operator) {
        this.word = word;
        this.operator = operator;
    }

    /** The word in forms. */
    public String word() {
        return word;
    }

    /** The operator that compares with a value; empty where it is no comparison. */
    Optional<Operator> operator() {
        return Optional.ofNullable(operator);
    }

    /** Whether it asks for one of several values. */
    public boolean several() {
        return this == IN || this == NOT_IN;
    }

    /** What the rule language's operator is in a form. */
    static FormOperator of(Operator operator) {
        return of(operator.json());
    }

    /** The operator of that word; NONE for any other. */
    static FormOperator of(String word) {
        return Arrays.stream(values())
                .filter(o -> o.word.equals(word))
                .findFirst()
                .orElse(NONE);
    }
}
