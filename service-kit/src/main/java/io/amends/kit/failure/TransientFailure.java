package io.amends.kit.failure;

import org.jspecify.annotations.Nullable;

/** An error that may pass (database, network, a directory not read far enough): retried in place, never a dead letter. */
public class TransientFailure extends RuntimeException {

    public TransientFailure(String message) {
        super(message);
    }

    public TransientFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
