package io.amends.ingest.sources;

/** A source within its portal. */
record SourceId(String portal, String code) {}
