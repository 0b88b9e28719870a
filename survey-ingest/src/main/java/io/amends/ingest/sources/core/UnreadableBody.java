package io.amends.ingest.sources.core;

/** A body is not what the vendor sends; the message is a phrase that says why and quotes nothing of it. */
public final class UnreadableBody extends Exception {
    private static final long serialVersionUID = 1;

    public UnreadableBody(String why) {
        super(why);
    }

    /** The phrase. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
