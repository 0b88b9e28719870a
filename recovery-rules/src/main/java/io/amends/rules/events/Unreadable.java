package io.amends.rules.events;

import io.amends.kit.failure.PermanentFailure;

/** An event whose data is not what its type promises: what is wrong, and where. */
public final class Unreadable extends PermanentFailure {
    private static final long serialVersionUID = 1;

    private final String pointer;

    Unreadable(String pointer, String reason) {
        super("the event's data cannot be read at '" + pointer + "': " + reason);
        this.pointer = pointer;
    }

    Unreadable(String pointer, String reason, Throwable cause) {
        super("the event's data cannot be read at '" + pointer + "': " + reason, cause);
        this.pointer = pointer;
    }

    /** JSON Pointer into the data; empty where it is all of it. */
    public String pointer() {
        return pointer;
    }
}
