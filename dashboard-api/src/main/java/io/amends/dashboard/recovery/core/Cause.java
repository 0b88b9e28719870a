package io.amends.dashboard.recovery.core;

import io.amends.contracts.api.MissingCause;

/** Why a response is not, or not any more, in what a dialog has open (D4). */
public enum Cause {
    /** There is no such response, or this address never led to it. */
    NONE,
    /** A newer answer to the same ticket took its place (A4). */
    REPLACED,
    /** Another support group has it now (A8). */
    REASSIGNED,
    /** It is still there, but the list does not ask for it any more: the customer said No, or nothing is to be recovered. */
    NOT_LISTED;

    /** The cause that notes-service tells. */
    public static Cause of(MissingCause told) {
        return switch (told) {
            case NONE -> NONE;
            case REPLACED -> REPLACED;
            case REASSIGNED -> REASSIGNED;
        };
    }
}
