package io.amends.language;

import io.amends.contracts.Reason;
import org.jspecify.annotations.Nullable;

/** A place in JSON. Spelled out only where it is told: ten thousand rules have a hundred thousand places. */
public record Pointer(@Nullable Pointer parent, Object child) {
    /** The whole of what is read. */
    public static final Pointer ROOT = new Pointer(null, "");

    /** The condition of a rule, seen from that rule. */
    public static final Pointer WHEN = ROOT.at(Rule.WHEN);

    static final Pointer RULES = ROOT.at(RuleSet.RULES);

    /** The rule at that index of a rule set. */
    public static Pointer rule(int index) {
        return RULES.at(index);
    }

    public Pointer at(String name) {
        return new Pointer(this, name);
    }

    public Pointer at(int index) {
        return new Pointer(this, index);
    }

    /** The pointer as RFC 6901 writes it. */
    @Override
    public String toString() {
        return parent == null ? "" : Reason.at(parent.toString(), child.toString());
    }
}
