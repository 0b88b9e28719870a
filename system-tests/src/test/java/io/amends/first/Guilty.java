package io.amends.first;

import io.amends.second.Innocent;

/** Breaks the module rule on purpose, so that the rule is seen to find it. */
public record Guilty(Innocent other) {}
