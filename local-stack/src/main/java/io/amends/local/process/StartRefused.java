package io.amends.local.process;

/** A start that cannot succeed; its message is one line that tells a person what to do. */
public final class StartRefused extends RuntimeException {
    public StartRefused(String whatToDo) {
        super(whatToDo);
    }

    public StartRefused(String whatToDo, Throwable cause) {
        super(whatToDo, cause);
    }
}
