package io.amends.rules.words;

/**
 * One difference between two rule sets (B7).
 *
 * @param rule its name in the second set, or in the first where it was removed
 * @param sentence says all of it in plain words
 */
public record Change(String rule, Kind change, String sentence) {

    /** How a rule differs; MOVED where a new order makes another rule decide. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        MOVED
    }
}
