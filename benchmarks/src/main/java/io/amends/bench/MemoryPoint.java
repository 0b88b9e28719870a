package io.amends.bench;

/**
 * What a service holds at one moment.
 *
 * @param when of the work
 * @param rows that were worked on by then
 * @param residentMiB of memory that its process occupies, that of its heap included
 * @param heapMiB that are in use right after a collection
 */
public record MemoryPoint(String when, long rows, double residentMiB, double heapMiB) {}
