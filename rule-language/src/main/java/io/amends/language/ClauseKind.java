package io.amends.language;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The kinds of clauses as JSON tells them apart: by the one key that each must have. */
public enum ClauseKind {
    ALL("all", Shape.GROUP),
    ANY("any", Shape.GROUP),
    NOT("not", Shape.GROUP),
    MEASURE("measure", Shape.COMPARED),
    FIELD("field", Shape.COMPARED),
    PROPERTY("property", Shape.COMPARED),
    TAG("tag", Shape.PLAIN),
    FACTOR("factor", Shape.PLAIN),
    COMMENT("comment", Shape.PLAIN),
    SUBMITTED("submitted", Shape.PLAIN),
    OVERALL("overall", Shape.PLAIN);

    private enum Shape {
        GROUP,
        COMPARED,
        PLAIN
    }

    private static final Map<String, ClauseKind> BY_JSON =
            Arrays.stream(values()).collect(Collectors.toMap(ClauseKind::json, Function.identity()));

    private final String json;
    private final Shape shape;

    ClauseKind(String json, Shape shape) {
        this.json = json;
        this.shape = shape;
    }

    public String json() {
        return json;
    }

    /** Whether it holds other clauses. */
    public boolean group() {
        return shape == Shape.GROUP;
    }

    /** Whether it has an {@link Operator} beside it. */
    public boolean compares() {
        return shape == Shape.COMPARED;
    }

    /** The kind of that key; null where there is none. */
    public static @Nullable ClauseKind named(String json) {
        return BY_JSON.get(json);
    }
}
