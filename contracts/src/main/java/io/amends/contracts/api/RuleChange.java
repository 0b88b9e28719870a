package io.amends.contracts.api;

/** How a rule differs between two rule sets (B7). */
public enum RuleChange {
    ADDED,
    REMOVED,
    CHANGED,
    /** A new order makes another rule decide. */
    MOVED
}
