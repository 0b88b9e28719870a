package io.amends.rules.backtest.core;

import io.amends.contracts.ContactChoice;
import io.amends.contracts.directory.Group;
import io.amends.contracts.directory.Portal;
import io.amends.contracts.directory.Portal.ContactPolicy;
import io.amends.contracts.directory.Portal.ContactPolicy.HighUnanswered;
import io.amends.contracts.directory.Portal.ContactPolicy.LowUnanswered;
import io.amends.rules.decision.Policy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The policy that was in force when a decision was made, though preferences have changed since. A decision says its
 * threshold, its overall score and a hash of overall measure, threshold and contact policy; there are few contact policies
 * and few measures, so the one that gives that hash is found by trying. Thread-safe.
 */
public final class PoliciesThen {
    private final Portal portal;
    private final Map<String, Group> groups;
    private final Map<String, Policy> found = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> tried = new HashMap<>();
    private final LongAdder guessed = new LongAdder();

    /** @param portal as it is now, for the measures to try first and for what a decision does not say */
    public PoliciesThen(Portal portal, Map<String, Group> groups) {
        this.portal = portal;
        this.groups = groups;
    }

    /** The policy that made a decision; today's with the threshold of then, where the hash fits none. */
    Policy of(PastDecision past) {
        Policy known = found.get(past.policyVersion());
        return known == null ? find(past) : known;
    }

    /** The same for one response of a group, to be told in words. */
    Policy of(PastDecision past, @Nullable String group) {
        Policy policy = of(past);
        Group override = group == null ? null : groups.get(group);
        String overriddenBy = override != null
                        && override.threshold() != null
                        && override.threshold().compareTo(past.threshold()) == 0
                ? override.name()
                : null;
        return Policy.at(portal, policy.overall(), policy.threshold(), overriddenBy, policy.contact());
    }

    /** How many decisions were judged by today's contact policy for want of the one of then, where it could matter. */
    public long guessed() {
        return guessed.sum();
    }

    private synchronized Policy find(PastDecision past) {
        Policy foundMeanwhile = found.get(past.policyVersion());
        if (foundMeanwhile != null) {
            return foundMeanwhile; // by another thread, while this one waited for its turn
        }
        Set<String> measures = new LinkedHashSet<>();
        measures.add(portal.overall());
        measures.addAll(portal.measures().keySet());
        measures.addAll(past.response().measures().keySet());
        Set<String> inVain = tried.computeIfAbsent(past.policyVersion(), version -> new HashSet<>());
        measures.removeAll(inVain);
        for (String measure : measures) {
            inVain.add(measure);
            for (ContactPolicy contact : contactPolicies()) {
                Policy policy = Policy.at(portal, measure, past.threshold(), null, contact);
                if (policy.version().equals(past.policyVersion())) {
                    found.put(past.policyVersion(), policy);
                    return policy;
                }
            }
        }
        if (past.response().contactChoice() == ContactChoice.UNANSWERED) {
            guessed.increment();
        }
        return Policy.at(portal, portal.overall(), past.threshold(), null, portal.contactPolicy());
    }

    private static List<ContactPolicy> contactPolicies() {
        List<ContactPolicy> all = new ArrayList<>();
        for (LowUnanswered low : LowUnanswered.values()) {
            for (HighUnanswered high : HighUnanswered.values()) {
                all.add(new ContactPolicy(low, high));
            }
        }
        return all;
    }
}
