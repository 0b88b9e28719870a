package io.amends.dashboard.recovery.dialog;

import io.amends.contracts.api.MissingCause;
import org.jspecify.annotations.Nullable;

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

    /** The cause that notes-service tells; NONE where it tells none. */
    public static Cause of(@Nullable MissingCause told) {
        return told == null
                ? NONE
                : switch (told) {
                    case NONE -> NONE;
                    case REPLACED -> REPLACED;
                    case REASSIGNED -> REASSIGNED;
                };
    }
}
