package io.amends.contracts.api;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Why a response is not where an address leads to (D4). */
public enum MissingCause {
    /** There is no such response, or this address never led to it. */
    NONE,
    /** A newer answer to the same ticket took its place (A4). */
    REPLACED,
    /** Another support group has it now (A8). */
    REASSIGNED;

    /** The cause of that name; NONE where there is none. */
    public static MissingCause named(@Nullable String name) {
        return Arrays.stream(values())
                .filter(cause -> cause.name().equals(name))
                .findFirst()
                .orElse(NONE);
    }
}
