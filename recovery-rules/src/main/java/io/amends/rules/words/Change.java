package io.amends.rules.words;

import io.amends.contracts.api.RuleChange;

/**
 * One difference between two rule sets (B7).
 *
 * @param rule its name in the second set, or in the first where it was removed
 * @param sentence says all of it in plain words
 */
public record Change(String rule, RuleChange change, String sentence) {}
