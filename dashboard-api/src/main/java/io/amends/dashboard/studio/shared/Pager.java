package io.amends.dashboard.studio.shared;

import org.jspecify.annotations.Nullable;

/**
 * Where a list goes on that is longer than one page.
 *
 * @param shown which entries of how many are on this page, in words
 * @param previous the address of the page before; null on the first
 * @param next the address of the page after; null on the last
 */
public record Pager(String shown, @Nullable String previous, @Nullable String next) {}
