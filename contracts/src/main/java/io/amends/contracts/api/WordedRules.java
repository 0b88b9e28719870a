package io.amends.contracts.api;

import java.util.List;

/** Rules as people read them, in their order (B7). */
public record WordedRules(List<WordedRule> rules) {

    /**
     * A rule as a person reads it.
     *
     * @param when such as: CSAT at most 1, and tag vip_customer or tier is gold
     * @param then such as: recovery, priority 1, alerts at once
     */
    public record WordedRule(String name, String when, String then) {}
}
