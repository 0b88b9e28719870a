package io.amends.contracts;

/** Where a response stands. */
public enum ResponseState {
    RECORDED,
    QUARANTINED,
    REPLACED
}
