package io.amends.kit.access;

import io.amends.contracts.AuditBy;
import org.jspecify.annotations.Nullable;

/**
 * Who did something, as it is stored with what they did.
 *
 * @param name the user or the key; where a service said for whom it acts, that person, behind {@link #PERSON} or
 *     {@link #RECIPIENT}
 * @param key the name of the API key that the request came with, which stands for the claim; null for a session
 * @param address the network address that the request came from; null where it is not known
 */
public record Signature(String name, @Nullable String key, @Nullable String address) {
    /** Stands before the login of a person who signed in to another service, which acts for them. */
    public static final String PERSON = "user:";
    /** Stands before the contact whose report a link opened; a colon and the report's digest may follow. */
    public static final String RECIPIENT = "recipient:";

    /** The name of whoever is not known. */
    public static final String NOBODY = "nobody";

    private static final String PROGRAM = "program:";

    /** A program that publishes to Kafka, by the source of its events. */
    public static Signature program(String source) {
        return new Signature(PROGRAM + source, null, null);
    }

    /** What kind of caller it is (H4). */
    public AuditBy by() {
        if (name.startsWith(RECIPIENT)) {
            return AuditBy.LINK;
        }
        if (name.startsWith(PROGRAM)) {
            return AuditBy.SYSTEM;
        }
        if (name.equals(key)) {
            return AuditBy.KEY;
        }
        return name.equals(NOBODY) && key == null ? AuditBy.STRANGER : AuditBy.PERSON;
    }

    /** The login, the key's name, the contact or the source, without what says which of them it is. */
    public String who() {
        return switch (by()) {
            case LINK -> name.substring(RECIPIENT.length()).replaceFirst(":.*", "");
            case SYSTEM -> name.substring(PROGRAM.length());
            case KEY, STRANGER -> name;
            case PERSON -> name.startsWith(PERSON) ? name.substring(PERSON.length()) : name;
        };
    }
}
