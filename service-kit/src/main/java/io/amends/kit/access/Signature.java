package io.amends.kit.access;

import org.jspecify.annotations.Nullable;

/**
 * Who did something, as it is stored with what they did.
 *
 * @param name the user or the key; where a service said for whom it acts, that person
 * @param key the name of the API key that the request came with, which stands for the claim; null for a session
 */
public record Signature(String name, @Nullable String key) {}
