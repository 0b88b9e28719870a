package io.amends.dashboard.preferences.core;

import io.amends.contracts.directory.EntryType;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The lists of a portal's preferences, each with the type of its entries. */
public enum EntryList {
    GROUPS(EntryType.GROUP),
    CONTACTS(EntryType.CONTACT),
    SEGMENTS(EntryType.SEGMENT),
    REGIONS(EntryType.REGION),
    CALENDARS(EntryType.CALENDAR),
    CHANNELS(EntryType.CHANNEL);

    /** The words of all lists, as the addresses of pages have them. */
    public static final String WORDS = "groups|contacts|segments|regions|calendars|channels";

    private final EntryType type;

    EntryList(EntryType type) {
        this.type = type;
    }

    public EntryType type() {
        return type;
    }

    /** The word in addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The list of that word. */
    public static Optional<EntryList> of(String word) {
        return Stream.of(values()).filter(list -> list.word().equals(word)).findFirst();
    }

    /** Whether this list is imported and exported as a file. */
    public boolean transferred() {
        return this == GROUPS || this == CONTACTS || this == SEGMENTS;
    }
}
