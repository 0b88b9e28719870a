package io.amends.contracts.directory;

/** How customers are grouped. */
public record Segment(String name) {}
