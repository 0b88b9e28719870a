package io.amends.contracts.api;

import org.jspecify.annotations.Nullable;

/** Why rules are published, as it is posted to publish them (B7). */
public record Publication(@Nullable String reason) {}
