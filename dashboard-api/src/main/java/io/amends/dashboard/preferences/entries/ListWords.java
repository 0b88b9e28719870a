package io.amends.dashboard.preferences.entries;

import io.amends.dashboard.preferences.core.EntryList;
import jakarta.enterprise.context.ApplicationScoped;

/** What each list of entries is called, and what is said of it. */
@ApplicationScoped
class ListWords {
    private final EntriesMessages messages;

    ListWords(EntriesMessages messages) {
        this.messages = messages;
    }

    String head(EntryList list, long n) {
        return switch (list) {
            case GROUPS -> messages.groupsHead(n);
            case CONTACTS -> messages.contactsHead(n);
            case SEGMENTS -> messages.segmentsHead(n);
            case REGIONS -> messages.regionsHead(n);
            case CALENDARS -> messages.calendarsHead(n);
            case CHANNELS -> messages.channelsHead(n);
        };
    }

    String explained(EntryList list) {
        return switch (list) {
            case GROUPS -> messages.groupsExplained();
            case CONTACTS -> messages.contactsExplained();
            case SEGMENTS -> messages.segmentsExplained();
            case REGIONS -> messages.regionsExplained();
            case CALENDARS -> messages.calendarsExplained();
            case CHANNELS -> messages.channelsExplained();
        };
    }

    String none(EntryList list) {
        return switch (list) {
            case GROUPS -> messages.noGroups();
            case CONTACTS -> messages.noContacts();
            case SEGMENTS -> messages.noSegments();
            case REGIONS -> messages.noRegions();
            case CALENDARS -> messages.noCalendars();
            case CHANNELS -> messages.noChannels();
        };
    }

    String make(EntryList list) {
        return switch (list) {
            case GROUPS -> messages.newGroup();
            case CONTACTS -> messages.newContact();
            case SEGMENTS -> messages.newSegment();
            case REGIONS -> messages.newRegion();
            case CALENDARS -> messages.newCalendar();
            case CHANNELS -> messages.newChannel();
        };
    }
}
