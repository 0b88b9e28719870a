package io.amends.contracts.api;

/** How one attempt to deliver a message ended (C9). */
public enum AttemptOutcome {
    SENT,
    FAILED,
    /** Its worker did not come back. The message may have gone out. */
    LOST
}
