package io.amends.contracts.api;

import java.util.List;

/** The last replays of a source, the newest first (A12). */
public record SourceReplays(List<SourceReplay> items) {}
