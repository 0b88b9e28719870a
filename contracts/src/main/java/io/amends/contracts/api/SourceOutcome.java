package io.amends.contracts.api;

/** What became of one event that a source of webhooks sent (A10). */
public enum SourceOutcome {
    /** A response was made of it, and goes the way of all others. */
    ACCEPTED,
    /** It had come before. */
    REPEATED,
    /** It is about nothing of interest here. */
    IGNORED,
    /** A customer wants no more surveys. */
    OPTED_OUT,
    /** Its response is still to be fetched. */
    WAITING,
    /** No response could be made of it. */
    REFUSED,
    /** Webhooks came whose signature was wrong. */
    UNSIGNED,
    /** Its response could not be fetched. */
    FAILED
}
