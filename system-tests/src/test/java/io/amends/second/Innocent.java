package io.amends.second;

/** What {@code first} must not know. */
public record Innocent() {}
