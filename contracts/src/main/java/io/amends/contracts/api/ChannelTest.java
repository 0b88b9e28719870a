package io.amends.contracts.api;

import org.jspecify.annotations.Nullable;

/**
 * What became of a marked sample that was posted to a channel (C8).
 *
 * @param ok whether it was taken
 * @param status of the answer; null where none came
 * @param answer the beginning of it, or why none came
 */
public record ChannelTest(boolean ok, @Nullable Integer status, String answer) {}
