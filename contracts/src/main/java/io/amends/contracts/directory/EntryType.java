package io.amends.contracts.directory;

import io.amends.contracts.EventTypes;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of directory entries, each with its event and its record. */
public enum EntryType {
    PORTAL(EventTypes.PORTAL, Portal.class),
    GROUP(EventTypes.GROUP, Group.class),
    CONTACT(EventTypes.CONTACT, Contact.class),
    SEGMENT(EventTypes.SEGMENT, Segment.class),
    REGION(EventTypes.REGION, Region.class),
    CALENDAR(EventTypes.CALENDAR, Calendar.class),
    SOURCE(EventTypes.SOURCE, Source.class),
    CHANNEL(EventTypes.CHANNEL, AlertChannel.class);

    private final String eventType;
    private final Class<? extends Record> shape;

    EntryType(String eventType, Class<? extends Record> shape) {
        this.eventType = eventType;
        this.shape = shape;
    }

    /** The type that a word names; empty for the kinds that later versions add. */
    public static Optional<EntryType> of(String word) {
        return Stream.of(values()).filter(type -> type.word().equals(word)).findFirst();
    }

    /** The type of its event. */
    public String eventType() {
        return eventType;
    }

    /** The record that an entry of this kind is read as. */
    public Class<? extends Record> shape() {
        return shape;
    }

    /** The word in record keys, tables and messages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The record key on the directory topic: {@code {portal}/{type}/{code}}. */
    public String key(String portal, String code) {
        return portal + "/" + word() + "/" + code;
    }
}
