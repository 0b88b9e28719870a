package io.amends.kit.metrics;

/** Names of the metrics that every service has (G2). Micrometer turns dots into underscores for Prometheus. */
public final class MetricNames {
    /** Records not yet processed, per consumer and topic. */
    public static final String CONSUMER_LAG = "amends.consumer.lag";
    /** Seconds since the oldest unprocessed record was written, as far as known; 0 without lag. */
    public static final String CONSUMER_AGE = "amends.consumer.oldest.unprocessed.seconds";
    /** Records processed. */
    public static final String CONSUMED = "amends.consumer.records";
    /** Batches tried again in place after a transient error. */
    public static final String RETRIES = "amends.consumer.retries";
    /** Deliveries recognised as repeated by the inbox. */
    public static final String INBOX_HITS = "amends.inbox.hits";
    /** Records put into a dead-letter topic. */
    public static final String DEAD_LETTERS = "amends.dead.letters";
    /** Dead letters that fitted nowhere and went as headers and hash. */
    public static final String DEAD_LETTERS_CUT = "amends.dead.letters.cut";
    /** Outbox rows not yet published. */
    public static final String OUTBOX_UNPUBLISHED = "amends.outbox.unpublished";
    /** Seconds since the oldest unpublished outbox row was written; 0 without one. */
    public static final String OUTBOX_OLDEST = "amends.outbox.oldest.seconds";
    /** Outbox rows that Kafka will never take, such as too large ones. */
    public static final String OUTBOX_PARKED = "amends.outbox.parked";
    /** Offset up to which the directory has been read. */
    public static final String DIRECTORY_OFFSET = "amends.directory.offset";
    /** Keys of the directory whose newest record cannot be read; what they said before stays. */
    public static final String DIRECTORY_UNREADABLE = "amends.directory.unreadable";
    /** Records of the topic of API keys that could not be read; what their secrets opened is ended. */
    public static final String KEYS_UNREADABLE = "amends.keys.unreadable";
    /** Requests that were refused since their caller sent too many, by the limit. */
    public static final String REQUESTS_LIMITED = "amends.requests.limited";

    private MetricNames() {}
}
