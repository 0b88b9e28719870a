package io.amends.contracts.api;

/** Where a delivery stands (C9). */
public enum DeliveryState {
    /** It waits for a worker, for the first time or again. */
    QUEUED,
    /** A worker has it. */
    SENDING,
    SENT,
    /** It did not go out, and is not tried again by itself. */
    FAILED
}
