package io.amends.contracts.api;

import java.util.List;

/** What leads from one rule set to another, each by the name that people know it by (B7). */
public record RuleSetComparison(String from, String to, List<Difference> changes) {

    /**
     * One difference between two rule sets.
     *
     * @param rule its name in the second set, or in the first where it was removed
     * @param sentence says all of it in plain words
     */
    public record Difference(String rule, RuleChange change, String sentence) {}
}
