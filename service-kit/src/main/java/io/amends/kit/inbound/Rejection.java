package io.amends.kit.inbound;

/** A record that can never be processed, and why, for a person. It goes to the dead letters. */
public record Rejection(Received record, String reason) {}
