package io.amends.dashboard.directory.rules;

import io.amends.contracts.EventTypes;
import io.amends.contracts.directory.Contact;
import io.amends.contracts.directory.Group;
import io.amends.contracts.directory.Portal;
import io.amends.contracts.directory.Segment;
import java.util.Locale;

/** The kinds of directory entries, each with its event and its record. */
public enum EntryType {
    PORTAL(EventTypes.PORTAL, Portal.class),
    GROUP(EventTypes.GROUP, Group.class),
    CONTACT(EventTypes.CONTACT, Contact.class),
    SEGMENT(EventTypes.SEGMENT, Segment.class);

    private final String eventType;
    private final Class<? extends Record> shape;

    EntryType(String eventType, Class<? extends Record> shape) {
        this.eventType = eventType;
        this.shape = shape;
    }

    public String eventType() {
        return eventType;
    }

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
