package io.amends.rules.matching;

/** What a clause says about a response. UNKNOWN where the value it asks for is missing; a rule matches only where TRUE. */
public enum Verdict {
    TRUE,
    FALSE,
    UNKNOWN;

    static Verdict of(boolean holds) {
        return holds ? TRUE : FALSE;
    }

    Verdict negated() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
