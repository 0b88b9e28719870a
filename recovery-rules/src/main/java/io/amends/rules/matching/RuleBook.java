package io.amends.rules.matching;

import io.amends.rules.language.Rule;
import io.amends.rules.language.RuleSet;
import java.util.Arrays;
import java.util.List;

/**
 * A published version of a portal's rules, ready to be asked (B7). Thread-safe.
 *
 * @param version from 1; 0 before the first
 */
public record RuleBook(long version, RuleSet rules, Matcher matcher) {
    public static final RuleBook NONE = new RuleBook(0, RuleSet.EMPTY, facts -> new int[0]);

    /** A version with its index. */
    public static RuleBook of(long version, RuleSet rules) {
        return new RuleBook(version, rules, new Index(rules));
    }

    /** The rules that match, in their order. */
    public List<Rule> matching(Facts facts) {
        return Arrays.stream(matcher.matching(facts))
                .mapToObj(rules.rules()::get)
                .toList();
    }
}
