package io.amends.dashboard.directory;

import io.amends.kit.http.IfMatch;

/**
 * One of several entries that are stored together.
 *
 * @param entry as the rules of entries have taken it
 * @param seen what is there now, as far as its sender knows
 */
public record CheckedEntry(String code, Record entry, IfMatch seen) {}
