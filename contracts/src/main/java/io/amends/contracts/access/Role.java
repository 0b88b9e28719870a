package io.amends.contracts.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a person is in a portal (H1). One person can have several; what each may is in the table of roles. */
public enum Role {
    /** Talks to customers of their own groups. */
    AGENT,
    /** Leads support groups, and sees those alone. */
    LEAD,
    /** Looks after a portal: everything in it. */
    ADMIN,
    /** Keeps it running, without reading what customers wrote. */
    OPS,
    /** Sees everything but secrets, and changes nothing. */
    AUDITOR;

    /** The role that a word names; empty for any other word. */
    public static Optional<Role> of(String word) {
        return Stream.of(values()).filter(role -> role.word().equals(word)).findFirst();
    }

    /** The word in JSON, in settings and in messages, such as {@code lead}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The word: whoever is told which roles there are reads the words that they can send. */
    @Override
    public String toString() {
        return word();
    }
}
