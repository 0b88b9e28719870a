package io.amends.contracts;

/** What kind of caller made a change (H4). */
public enum AuditBy {
    /** Somebody who signed in, or whom a key vouches for. */
    PERSON,
    /** A machine that holds an API key. */
    KEY,
    /** Whoever holds a report's link. */
    LINK,
    /** A program that publishes to Kafka, known by the source of its events. */
    SYSTEM,
    /** Somebody with neither a key nor a session, who was refused. */
    STRANGER
}
