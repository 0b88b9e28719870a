package io.amends.contracts;

import java.util.List;

/** The topics, their retention and their limits. All can be changed by whoever creates the topics first. */
public final class Topics {
    public static final String SUBMITTED = "amends.surveys.submitted.v1";
    public static final String RECORDED = "amends.surveys.recorded.v1";
    public static final String DECIDED = "amends.recovery.decided.v1";
    public static final String CASES = "amends.recovery.cases.v1";
    public static final String FOLLOWUPS = "amends.recovery.followups.v1";
    public static final String COMMANDS = "amends.recovery.commands.v1";
    public static final String DELIVERIES = "amends.alerts.deliveries.v1";
    public static final String DIRECTORY = "amends.directory.v1";
    /** Webhooks as they came, before anybody has read them (A10, A12). */
    public static final String SOURCES_RAW = "amends.sources.raw.v1";

    /** What a portal's admins must know of how things run: silent sources, and what waits in quarantine (A7, A11). */
    public static final String OPERATIONS = "amends.operations.v1";

    public static final String RULES = "amends.rules.v1";
    public static final String AUDIT = "amends.audit.v1";
    public static final String ACCESS = "amends.access.v1";
    public static final String KEY_USES = "amends.access.uses.v1";

    private static final int MIB = 1024 * 1024;
    private static final int ROOM_FOR_HEADERS = 16 * 1024;
    /** Kafka deletes whole segments, which are written for a week by default. */
    private static final int DAYS_OF_A_SEGMENT = 10;

    /** All topics but the dead letters. */
    public static final List<Topic> ALL = List.of(
            // The broker's time of acceptance orders versions whose source gives none (A3).
            new Topic(SUBMITTED, 35, MIB, false, true),
            new Topic(RECORDED, 400, MIB, false, false),
            new Topic(DECIDED, 400, MIB, false, true),
            new Topic(CASES, 400, MIB, false, false),
            new Topic(FOLLOWUPS, 400, MIB, false, false),
            new Topic(COMMANDS, 35, MIB, false, false),
            new Topic(DELIVERIES, 90, MIB, false, false),
            new Topic(DIRECTORY, Topic.FOREVER, MIB, true, false),
            // A body of 1 MiB is a third longer in base64.
            new Topic(SOURCES_RAW, 35, 2 * MIB, false, true),
            new Topic(OPERATIONS, 90, MIB, false, false),
            new Topic(RULES, Topic.FOREVER, 16 * MIB, true, false),
            new Topic(AUDIT, Topic.FOREVER, MIB, false, false),
            new Topic(ACCESS, Topic.FOREVER, MIB, true, false),
            // This is apart from the keys themselves: every service writes it, and whoever writes keys makes them.
            new Topic(KEY_USES, Topic.FOREVER, MIB, true, false));

    private Topics() {}

    /** Where a consumer puts what it can never process: the record's bytes as they came. */
    public static Topic deadLetters(String topic, String consumer) {
        return new Topic(topic + "." + consumer + ".dlq", 90, 2 * MIB, false, false);
    }

    /** A topic that the owner of one portal submits to (H3): made as {@link #SUBMITTED} is. */
    public static Topic submittedByOwner(String name) {
        Topic common = named(SUBMITTED);
        return new Topic(name, common.retentionDays(), common.maxMessageBytes(), false, common.brokerTime());
    }

    /** The topic of that name. */
    public static Topic named(String name) {
        return ALL.stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
    }

    /**
     * Bytes that an event's key and data have at most, so that its topic takes it with its headers; dead letters and
     * topics that are not ours have their own.
     */
    public static int mostBytes(String name) {
        return ALL.stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .map(t -> t.maxMessageBytes() - ROOM_FOR_HEADERS)
                .orElse(Integer.MAX_VALUE);
    }

    /**
     * A topic as it is created.
     *
     * @param retentionDays how long records stay, or {@link #FOREVER}
     * @param maxMessageBytes largest record
     * @param compacted one partition, newest record per key kept
     * @param brokerTime whether the record's time is the broker's
     */
    public record Topic(String name, int retentionDays, int maxMessageBytes, boolean compacted, boolean brokerTime) {
        public static final int FOREVER = -1;

        /** Days after which no record of a topic with a retention can be read again, so that nobody need know it. */
        public int goneAfterDays() {
            return retentionDays + DAYS_OF_A_SEGMENT;
        }
    }
}
