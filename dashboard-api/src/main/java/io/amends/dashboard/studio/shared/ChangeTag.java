package io.amends.dashboard.studio.shared;

/**
 * A state in one word, such as the kind of a change.
 *
 * @param state the class of the tag, which gives it its colour; empty for none
 */
public record ChangeTag(String word, String state) {}
