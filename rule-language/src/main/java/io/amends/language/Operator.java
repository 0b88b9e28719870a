package io.amends.language;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a clause compares, by its key in JSON. */
public enum Operator {
    EQ("eq"),
    NE("ne"),
    IN("in"),
    NOT_IN("notIn"),
    LT("lt"),
    LTE("lte"),
    GT("gt"),
    GTE("gte"),
    BETWEEN("between"),
    PREFIX("prefix"),
    PRESENT("present");

    private static final Map<String, Operator> BY_JSON =
            Arrays.stream(values()).collect(Collectors.toMap(Operator::json, Function.identity()));

    private final String json;

    Operator(String json) {
        this.json = json;
    }

    public String json() {
        return json;
    }

    /** The operator of that key; null where there is none. */
    static @Nullable Operator named(String json) {
        return BY_JSON.get(json);
    }
}
