package io.amends.language;

import java.util.List;

/** A portal's rules, in the order they were written. */
public record RuleSet(List<Rule> rules) {
    /** The key in JSON. */
    public static final String RULES = "rules";

    public static final RuleSet EMPTY = new RuleSet(List.of());
}
