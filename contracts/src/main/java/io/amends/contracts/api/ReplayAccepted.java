package io.amends.contracts.api;

/** The answer to a replay that begins: by which id to ask for it (A12). */
public record ReplayAccepted(String replayId) {}
