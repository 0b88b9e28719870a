package io.amends.contracts.api;

/**
 * What became of a reassignment (A8).
 *
 * @param reassigned how many responses were in another support group before
 */
public record Reassigned(int reassigned) {}
