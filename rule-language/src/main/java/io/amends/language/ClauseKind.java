package io.amends.language;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The kinds of clauses as JSON tells them apart: by the one key that each must have. */
public enum ClauseKind {
    ALL("all"),
    ANY("any"),
    NOT("not"),
    MEASURE("measure"),
    FIELD("field"),
    PROPERTY("property"),
    TAG("tag"),
    FACTOR("factor"),
    COMMENT("comment"),
    SUBMITTED("submitted"),
    OVERALL("overall");

    private static final Map<String, ClauseKind> BY_JSON =
            Arrays.stream(values()).collect(Collectors.toMap(ClauseKind::json, Function.identity()));

    private final String json;

    ClauseKind(String json) {
        this.json = json;
    }

    public String json() {
        return json;
    }

    /** Whether it holds other clauses. */
    public boolean group() {
        return this == ALL || this == ANY || this == NOT;
    }

    /** Whether it has an {@link Operator} beside it. */
    public boolean compares() {
        return this == MEASURE || this == FIELD || this == PROPERTY;
    }

    /** The kind of that key; null where there is none. */
    public static @Nullable ClauseKind named(String json) {
        return BY_JSON.get(json);
    }
}
