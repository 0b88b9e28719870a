package io.amends.contracts;

import org.jspecify.annotations.Nullable;

/** Who handled the ticket. */
public record Agent(@Nullable String id, @Nullable String name) {}
