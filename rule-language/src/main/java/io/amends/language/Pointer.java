package io.amends.language;

import io.amends.contracts.Reason;
import org.jspecify.annotations.Nullable;

/** A place in JSON. Spelled out only where something is wrong: ten thousand rules have a hundred thousand places. */
record Pointer(@Nullable Pointer parent, Object child) {
    /** The whole of what is read. */
    static final Pointer ROOT = new Pointer(null, "");

    Pointer at(String name) {
        return new Pointer(this, name);
    }

    Pointer at(int index) {
        return new Pointer(this, index);
    }

    /** As RFC 6901 writes it. */
    @Override
    public String toString() {
        return parent == null ? "" : Reason.at(parent.toString(), child.toString());
    }
}
