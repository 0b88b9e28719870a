package io.amends.contracts.directory;

/** How much a directory entry can hold. The schemas say the same; a test compares them. */
public final class EntryLimits {
    /** Characters of a name, a title or hours. */
    public static final int TEXT = 200;
    /** Characters of a language tag; RFC 5646 asks for room for as many. */
    public static final int LANGUAGE = 35;
    /** Characters of an address on the web, behind its scheme. */
    public static final int WEB_ADDRESS = 2_000;
    /** Measures that a portal declares. */
    public static final int MEASURES = 100;
    /** Contacts who administer a portal. */
    public static final int ADMINS = 50;
    /** Contacts of a group beside its Support Lead, and contacts that a rule names. */
    public static final int ALSO_ALERTS = 6;
    /** Days of the duplicate window, and of lateness. */
    public static final int DAYS = 3_650;
    /** Actionable cases of a group per day. */
    public static final int DAILY_CAP = 100_000;
    /** Spans of a weekday. */
    public static final int SPANS = 24;
    /** Days that a calendar names as holidays, and as many as workdays. */
    public static final int NAMED_DAYS = 1_000;
    /** Characters of a code of public holidays. */
    public static final int HOLIDAY_CODE = 64;
    /** Values that a selector of a mapping names. */
    public static final int VALUES = 500;
    /** The highest version of a mapping. */
    public static final int MAPPING_VERSION = 1_000_000_000;
    /** Groups that a channel names, and as many regions. */
    public static final int CHANNEL_FILTER = 500;
    /** Reasons that one answer names; more help nobody. */
    static final int REASONS = 100;

    private EntryLimits() {}
}
