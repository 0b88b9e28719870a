package io.amends.contracts.api;

/** Where a replay of a source stands (A12). */
public enum ReplayState {
    RUNNING,
    /** All that was received in its range was read. */
    DONE,
    /** It could not go on; {@link SourceReplay#error} says why. */
    FAILED
}
