package io.amends.kit.failure;

/** An error that no repetition mends: the record goes to the dead letters with this reason, and the stream goes on. */
public class PermanentFailure extends RuntimeException {

    /**
     * @param reason what is wrong and where, for a person
     */
    public PermanentFailure(String reason) {
        super(reason);
    }

    public PermanentFailure(String reason, Throwable cause) {
        super(reason, cause);
    }

    /** The reason, never null. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
