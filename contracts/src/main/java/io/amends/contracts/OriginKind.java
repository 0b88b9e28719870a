package io.amends.contracts;

/** What is watched for its silence (A11). */
public enum OriginKind {
    /** A source of webhooks in the directory, by its code. */
    SOURCE,
    /** An API key, by its id; a configured one by its name. */
    KEY,
    /** A program that publishes to Kafka, by the {@code source} of its CloudEvents. */
    EVENT_SOURCE
}
