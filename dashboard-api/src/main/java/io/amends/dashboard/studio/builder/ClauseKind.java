package io.amends.dashboard.studio.builder;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Locale;

/** The kinds of conditions, by their JSON keys. */
public enum ClauseKind {
    ALL,
    ANY,
    NOT,
    MEASURE,
    FIELD,
    PROPERTY,
    TAG,
    FACTOR,
    COMMENT,
    SUBMITTED,
    OVERALL;

    /** The key in JSON and the word in forms. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it holds other conditions. */
    public boolean group() {
        return this == ALL || this == ANY || this == NOT;
    }

    /** Whether it compares something with values. */
    public boolean compares() {
        return this == MEASURE || this == FIELD || this == PROPERTY;
    }

    /** The kind of that word; ALL for any other. */
    public static ClauseKind of(String word) {
        return Arrays.stream(values())
                .filter(k -> k.word().equals(word))
                .findFirst()
                .orElse(ALL);
    }

    /** The kind of a clause in JSON. */
    static ClauseKind of(JsonNode clause) {
        return Arrays.stream(values())
                .filter(k -> clause.has(k.word()))
                .findFirst()
                .orElse(ALL);
    }
}
