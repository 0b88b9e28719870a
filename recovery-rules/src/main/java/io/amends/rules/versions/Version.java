package io.amends.rules.versions;

import java.time.Instant;

/** One published version, without its rules. */
public record Version(long version, String author, Instant publishedAt, String reason) {}
