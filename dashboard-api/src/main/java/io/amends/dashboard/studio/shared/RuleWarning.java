package io.amends.dashboard.studio.shared;

/**
 * A rule that asks for a value that no response has carried lately.
 *
 * @param url where it is mended
 */
public record RuleWarning(String url, String rule, String sentence) {}
