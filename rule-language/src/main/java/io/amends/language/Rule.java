package io.amends.language;

/**
 * One rule: its condition and what it sets.
 *
 * @param name unique within its rule set
 */
public record Rule(String name, Clause when, Effects then) {
    /** The keys in JSON. */
    public static final String NAME = "name";

    public static final String WHEN = "when";
    public static final String THEN = "then";
}
