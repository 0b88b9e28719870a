package io.amends.rules.matching;

/** Finds the rules that match a response. Thread-safe. */
public interface Matcher {
    /** The indexes of the matching rules within their rule set, ascending. */
    int[] matching(Facts facts);
}
