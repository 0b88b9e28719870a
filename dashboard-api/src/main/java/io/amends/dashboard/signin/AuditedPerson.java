package io.amends.dashboard.signin;

/** A person as the audit log names them where they are what an entry is about (H4). */
public final class AuditedPerson {
    /** Any name that is nobody's: what was typed for one can be a password, and the log is kept for ever. */
    public static final String UNKNOWN = subject("*");

    private AuditedPerson() {}

    /** The subject of an entry about them. */
    public static String subject(String login) {
        return "person/" + login;
    }
}
