package io.amends.kit.page;

import java.util.List;

/**
 * One page of a list.
 *
 * @param page from 0
 * @param size asked for, 1 to 500
 * @param total items on all pages
 */
public record Page<T>(List<T> items, int page, int size, long total) {}
