package io.amends.alerting.rendering;

/** Printing a report was given up. */
final class TookTooLong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TookTooLong() {
        super("printing took too long");
    }
}
