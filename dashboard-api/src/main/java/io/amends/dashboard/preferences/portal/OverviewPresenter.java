package io.amends.dashboard.preferences.portal;

import io.amends.contracts.directory.Contact;
import io.amends.contracts.directory.EntryType;
import io.amends.contracts.directory.Group;
import io.amends.contracts.directory.Portal;
import io.amends.contracts.directory.Region;
import io.amends.dashboard.directory.StoredEntry;
import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.preferences.portal.OverviewView.SubjectLine;
import io.amends.dashboard.preferences.shared.PreferencesDoor;
import io.amends.dashboard.preferences.shared.PreferencesMessages;
import io.amends.dashboard.preferences.shared.SeenEntries;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Makes the overview of a portal's preferences. */
@ApplicationScoped
class OverviewPresenter {
    private final SeenEntries seen;
    private final PreferencesDoor door;
    private final DigestWords digests;
    private final Formats formats;
    private final SettingsMessages messages;
    private final PreferencesMessages words;

    OverviewPresenter(
            SeenEntries seen,
            PreferencesDoor door,
            DigestWords digests,
            Formats formats,
            SettingsMessages messages,
            PreferencesMessages words) {
        this.seen = seen;
        this.door = door;
        this.digests = digests;
        this.formats = formats;
        this.messages = messages;
        this.words = words;
    }

    OverviewView view(String cpc, Portal portal) {
        String here = "/portals/" + cpc + "/preferences/";
        List<StoredEntry> groups = seen.all(EntryType.GROUP, cpc);
        List<StoredEntry> contacts = seen.all(EntryType.CONTACT, cpc);
        List<StoredEntry> regions = seen.all(EntryType.REGION, cpc);
        List<SubjectLine> subjects = new ArrayList<>(List.of(
                new SubjectLine(words.portal(), portalLine(portal), here + "portal"),
                new SubjectLine(
                        words.groups(),
                        messages.groupsLine(
                                groups.size(), count(groups, entry -> ((Group) entry).supportLead() == null)),
                        here + "groups"),
                new SubjectLine(
                        words.contacts(),
                        messages.contactsLine(
                                contacts.size(), count(contacts, entry -> ((Contact) entry).mailbox() == null)),
                        here + "contacts"),
                new SubjectLine(
                        words.segments(),
                        messages.segmentsLine(seen.all(EntryType.SEGMENT, cpc).size()),
                        here + "segments"),
                new SubjectLine(
                        words.regions(),
                        messages.regionsLine(
                                regions.size(), count(regions, entry -> ((Region) entry).calendar() == null)),
                        here + "regions"),
                new SubjectLine(
                        words.calendars(),
                        messages.calendarsLine(seen.all(EntryType.CALENDAR, cpc).size()),
                        here + "calendars")));
        subjects.add(new SubjectLine(
                words.postChannels(),
                messages.channelsLine(seen.all(EntryType.CHANNEL, cpc).size()),
                here + "channels"));
        if (door.seesAdministration(cpc)) {
            subjects.add(new SubjectLine(
                    messages.sources(),
                    messages.sourcesLine(seen.all(EntryType.SOURCE, cpc).size()),
                    here + "sources"));
            subjects.add(new SubjectLine(messages.people(), messages.peopleLine(), "/portals/" + cpc + "/people"));
            subjects.add(new SubjectLine(messages.keys(), messages.keysLine(), "/portals/" + cpc + "/keys"));
        }
        return new OverviewView(messages.head(portal.name()), digests.next(portal), subjects, door.makesPortals());
    }

    private String portalLine(Portal portal) {
        return messages.portalLine(
                DigestWords.time(portal),
                formats.zone(portal.timeZone()),
                SettingsPresenter.score(formats, portal),
                portal.overall());
    }

    private static long count(List<StoredEntry> entries, Predicate<Record> wanting) {
        return entries.stream()
                .flatMap(stored -> stored.entry().stream())
                .filter(wanting)
                .count();
    }
}
