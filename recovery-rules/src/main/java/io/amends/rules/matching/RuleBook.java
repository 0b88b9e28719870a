package io.amends.rules.matching;

import io.amends.language.Rule;
import io.amends.language.RuleSet;
import java.util.ArrayList;
import java.util.List;

/**
 * A published version of a portal's rules, ready to be asked (B7). Thread-safe.
 *
 * @param version from 1; 0 before the first
 * @param wanted what the rules ask of a response
 */
public record RuleBook(long version, RuleSet rules, Matcher matcher, Wanted wanted) {
    public static final RuleBook NONE = new RuleBook(0, RuleSet.EMPTY, facts -> new int[0]);

    public RuleBook(long version, RuleSet rules, Matcher matcher) {
        this(version, rules, matcher, Wanted.of(rules));
    }

    /** A version with its index. */
    public static RuleBook of(long version, RuleSet rules) {
        return new RuleBook(version, rules, new Index(rules));
    }

    /** The same rules as that version. */
    public RuleBook withVersion(long published) {
        return new RuleBook(published, rules, matcher, wanted);
    }

    /** The rules that match, in their order. */
    public List<Rule> matching(Facts facts) {
        int[] indexes = matcher.matching(facts);
        if (indexes.length == 0) {
            return List.of();
        }
        List<Rule> matching = new ArrayList<>(indexes.length);
        for (int index : indexes) {
            matching.add(rules.rules().get(index));
        }
        return matching;
    }
}
