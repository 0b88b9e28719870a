package io.amends.contracts.api;

/** Where a delivery stands (C9). */
public enum DeliveryState {
    /** It waits for a worker, for the first time or again. */
    QUEUED,
    /** It waits for its time, for the reason that {@link DeliveryWhy} tells (C4). */
    HELD,
    /** A worker has it. */
    SENDING,
    SENT,
    /** It did not go out, and is not tried again by itself. */
    FAILED,
    /** It is not sent, for the reason that {@link DeliveryWhy} tells. */
    SKIPPED
}
