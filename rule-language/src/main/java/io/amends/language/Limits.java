package io.amends.language;

/** How large rules may grow, so that one portal's rules cannot slow down everybody's decisions. */
public final class Limits {
    public static final int RULES = 10_000;
    /** The deepest that clauses may stand within clauses; a rule's outermost clause is at depth 1. */
    public static final int DEPTH = 12;
    /** Clauses of one rule, combinations included. */
    public static final int CLAUSES_PER_RULE = 500;
    /** Clauses of all rules together. */
    public static final int CLAUSES = 200_000;
    /** Alternatives of one rule once it is spelled out as "this and this, or that and that". */
    public static final int ALTERNATIVES_PER_RULE = 256;
    /** Alternatives of all rules together. */
    public static final int ALTERNATIVES = 50_000;
    /** Values of an {@code in}, tags of a rule. */
    public static final int VALUES = 1_000;
    /** Characters of a name or text. */
    public static final int TEXT = 1_000;
    /**
     * Bytes of all names and tags together, and of the contacts that rules name, each with the name of its rule: a response that
     * every rule matches carries them all in one event.
     */
    public static final int NAMES_AND_TAGS = 512 * 1024;
    /** Bytes of a contact that a rule names, in an event, besides the contact's code and the rule's name. */
    static final int AROUND_NAMED = 25;
    /** The least urgent priority. */
    public static final int PRIORITY = 1_000;
    /** Errors told at once. */
    public static final int ERRORS = 1_000;

    private Limits() {}
}
