package io.amends.dashboard.preferences.entries;

import io.amends.contracts.directory.AlertChannel;
import io.amends.contracts.directory.Calendar;
import io.amends.contracts.directory.Contact;
import io.amends.contracts.directory.EntryType;
import io.amends.contracts.directory.Group;
import io.amends.contracts.directory.Portal;
import io.amends.contracts.directory.Region;
import io.amends.contracts.directory.Segment;
import io.amends.dashboard.directory.StoredEntry;
import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.preferences.core.EntryList;
import io.amends.dashboard.preferences.entries.EntriesView.Doors;
import io.amends.dashboard.preferences.entries.EntriesView.EntryLine;
import io.amends.dashboard.preferences.entries.EntriesView.NameOrder;
import io.amends.dashboard.preferences.entries.EntriesView.Search;
import io.amends.dashboard.preferences.shared.NamedEntries;
import io.amends.dashboard.preferences.shared.PreferencesDoor;
import io.amends.dashboard.preferences.shared.SeenEntries;
import io.amends.dashboard.studio.shared.Pager;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the view of a list of entries. */
@ApplicationScoped
class ListPresenter {
    private static final int PAGE = 50;

    private final SeenEntries seen;
    private final NamedEntries named;
    private final PreferencesDoor door;
    private final ListWords words;
    private final EntriesMessages messages;
    private final Formats formats;
    private final CalendarMeaning meaning;

    ListPresenter(
            SeenEntries seen,
            NamedEntries named,
            PreferencesDoor door,
            ListWords words,
            EntriesMessages messages,
            Formats formats,
            CalendarMeaning meaning) {
        this.seen = seen;
        this.named = named;
        this.door = door;
        this.words = words;
        this.messages = messages;
        this.formats = formats;
        this.meaning = meaning;
    }

    /**
     * What is asked of a list.
     *
     * @param words that are searched for; empty: none
     * @param down whether names go from Z to A
     * @param page the first is 0
     */
    record Asked(String words, boolean down, int page) {}

    EntriesView view(EntryList list, String cpc, Portal portal, Asked asked, @Nullable String done) {
        List<EntryLine> all = lines(list, cpc, portal);
        List<EntryLine> found = all.stream()
                .filter(line -> matches(line, asked.words))
                .sorted(order(asked.down))
                .toList();
        int last = Math.max(0, (found.size() - 1) / PAGE);
        int page = Math.min(Math.max(0, asked.page), last);
        boolean searching = !asked.words.isEmpty();
        return new EntriesView(
                searching
                        ? messages.found(formats.count(found.size()), formats.count(all.size()))
                        : words.head(list, all.size()),
                words.explained(list),
                done,
                doors(list, cpc),
                new Search(asked.words, searching, searching ? messages.nothingMatches() : words.none(list)),
                new NameOrder(
                        asked.down ? "descending" : "ascending",
                        address(list, cpc, asked.words, !asked.down, 0),
                        asked.down),
                found.stream().skip((long) page * PAGE).limit(PAGE).toList(),
                last == 0 ? null : pager(list, cpc, asked, page, found.size()));
    }

    /** The address of a list. */
    static String address(EntryList list, String cpc) {
        return "/portals/" + cpc + "/preferences/" + list.word();
    }

    private static String address(EntryList list, String cpc, String words, boolean down, int page) {
        UriBuilder address = UriBuilder.fromPath(address(list, cpc));
        if (!words.isEmpty()) {
            address.queryParam("q", "{q}");
        }
        if (down) {
            address.queryParam("sort", "-name");
        }
        if (page > 0) {
            address.queryParam("page", page);
        }
        return words.isEmpty()
                ? address.build().toString()
                : address.build(words).toString();
    }

    private Doors doors(EntryList list, String cpc) {
        String preferences = "/portals/" + cpc + "/preferences/";
        boolean changes = door.mayChange(cpc);
        return new Doors(
                address(list, cpc),
                words.make(list),
                changes ? preferences + "new/" + list.word() : null,
                changes && list.transferred() ? preferences + "import/" + list.word() : null,
                list.transferred() ? preferences + "export/" + list.word() : null);
    }

    private Pager pager(EntryList list, String cpc, Asked asked, int page, int found) {
        int from = page * PAGE;
        int to = Math.min(found, from + PAGE);
        return new Pager(
                messages.shown(formats.count(from + 1L), formats.count(to), formats.count(found)),
                page == 0 ? null : address(list, cpc, asked.words, asked.down, page - 1),
                to == found ? null : address(list, cpc, asked.words, asked.down, page + 1));
    }

    private static Comparator<EntryLine> order(boolean down) {
        Comparator<EntryLine> byName = Comparator.comparing(EntryLine::name, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(EntryLine::code);
        return down ? byName.reversed() : byName;
    }

    private static boolean matches(EntryLine line, String words) {
        String text =
                (line.name() + " " + line.code() + " " + String.join(" ", line.details())).toLowerCase(Locale.ROOT);
        return Stream.of(words.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(text::contains);
    }

    private List<EntryLine> lines(EntryList list, String cpc, Portal portal) {
        Function<Record, List<String>> details =
                switch (list) {
                    case GROUPS -> ofGroups(named.of(EntryType.CONTACT, cpc), named.of(EntryType.REGION, cpc));
                    case REGIONS -> ofRegions(named.of(EntryType.CALENDAR, cpc), portal);
                    case CONTACTS -> entry -> contact((Contact) entry);
                    case CALENDARS -> entry -> calendar((Calendar) entry);
                    case SEGMENTS -> entry -> List.of();
                    case CHANNELS -> entry -> channel((AlertChannel) entry);
                };
        return seen.all(list.type(), cpc).stream()
                .map(stored -> line(list, cpc, stored, details))
                .toList();
    }

    private EntryLine line(EntryList list, String cpc, StoredEntry stored, Function<Record, List<String>> details) {
        String url = address(list, cpc) + "/" + stored.code();
        return stored.entry()
                .map(entry -> new EntryLine(stored.code(), name(entry), url, details.apply(entry), false))
                .orElseGet(
                        () -> new EntryLine(stored.code(), stored.code(), url, List.of(messages.unreadable()), true));
    }

    static String name(Record entry) {
        if (entry instanceof Group group) {
            return group.name();
        }
        if (entry instanceof Contact contact) {
            return contact.name();
        }
        if (entry instanceof Region region) {
            return region.name();
        }
        if (entry instanceof Calendar calendar) {
            return calendar.name();
        }
        if (entry instanceof AlertChannel channel) {
            return channel.name();
        }
        return ((Segment) entry).name();
    }

    private Function<Record, List<String>> ofGroups(Map<String, String> contacts, Map<String, String> regions) {
        return entry -> {
            Group group = (Group) entry;
            String lead = group.supportLead();
            String region = group.region();
            return given(
                    lead == null ? messages.noLead() : messages.leadIs(contacts.getOrDefault(lead, lead)),
                    region == null ? null : regions.getOrDefault(region, region));
        };
    }

    private Function<Record, List<String>> ofRegions(Map<String, String> calendars, Portal portal) {
        return entry -> {
            Region region = (Region) entry;
            String calendar = region.calendar();
            return given(
                    formats.zone(region.timeZone() == null ? portal.timeZone() : region.timeZone()),
                    calendar == null ? messages.usualHours() : calendars.getOrDefault(calendar, calendar));
        };
    }

    private List<String> contact(Contact contact) {
        return given(contact.email() == null ? messages.noEmail() : contact.email(), contact.mobile());
    }

    private List<String> calendar(Calendar calendar) {
        String country = calendar.country();
        return given(country == null ? messages.noPublicHolidays() : messages.publicHolidays(meaning.place(country)));
    }

    private List<String> channel(AlertChannel channel) {
        return given(channel.kind().name(), channel.active() ? null : messages.switchedOff());
    }

    private static List<String> given(@Nullable String... details) {
        return Stream.of(details)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }
}
