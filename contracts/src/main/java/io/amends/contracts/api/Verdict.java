package io.amends.contracts.api;

/** What a rule or a clause says about a response (B6). A rule matches only where it is TRUE. */
public enum Verdict {
    TRUE,
    FALSE,
    /** The value that is asked for is missing. */
    UNKNOWN;

    /** The verdict on what is known. */
    public static Verdict of(boolean holds) {
        return holds ? TRUE : FALSE;
    }

    /** The verdict of the opposite. */
    public Verdict negated() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
