package io.amends.dashboard.studio.shared;

/** One difference between two rule sets, in a sentence. */
public record ChangeLine(ChangeTag tag, String sentence) {}
