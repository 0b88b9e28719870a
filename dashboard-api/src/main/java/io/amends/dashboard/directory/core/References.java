package io.amends.dashboard.directory.core;

import io.amends.contracts.Reason;
import io.amends.contracts.directory.AlertChannel;
import io.amends.contracts.directory.EntryType;
import io.amends.contracts.directory.Group;
import io.amends.contracts.directory.Portal;
import io.amends.contracts.directory.Region;
import io.amends.contracts.directory.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an entry refers to. A reference to what is not there yet is taken, with a warning. */
public final class References {
    private final List<Reference> found = new ArrayList<>();

    private References() {}

    private record Reference(String pointer, EntryType type, String code) {}

    /**
     * The references to what is not there yet.
     *
     * @param codes those of a type that are there
     */
    public static List<Reason> missing(Record entry, Function<EntryType, Set<String>> codes) {
        return of(entry).stream()
                .filter(to -> !codes.apply(to.type).contains(to.code))
                .map(to -> new Reason(to.pointer, "there is no " + to.type.word() + " " + to.code + " yet"))
                .toList();
    }

    /** Whether an entry refers to the one of that type and code. */
    public static boolean to(EntryType type, String code, Record entry) {
        return of(entry).stream().anyMatch(to -> to.type == type && to.code.equals(code));
    }

    /**
     * The type of the entries that keep one of this type from being deleted, as long as they refer to it: without it they
     * would work at other times from one moment to the next (D7). Empty for a type that nothing keeps.
     */
    public static Optional<EntryType> keeping(EntryType type) {
        return switch (type) {
            case REGION -> Optional.of(EntryType.GROUP);
            case CALENDAR -> Optional.of(EntryType.REGION);
            case PORTAL, GROUP, CONTACT, SEGMENT, SOURCE, CHANNEL -> Optional.empty();
        };
    }

    private static List<Reference> of(Record entry) {
        References references = new References();
        if (entry instanceof Portal portal) {
            references.each("/admins", EntryType.CONTACT, portal.admins());
        }
        if (entry instanceof Group group) {
            references.one("/region", EntryType.REGION, group.region());
            references.one("/supportLead", EntryType.CONTACT, group.supportLead());
            references.each("/alsoAlerts", EntryType.CONTACT, group.alsoAlerts());
            references.one("/manager", EntryType.CONTACT, group.manager());
        }
        if (entry instanceof Region region) {
            references.one("/calendar", EntryType.CALENDAR, region.calendar());
            references.one("/channel", EntryType.CHANNEL, region.channel());
        }
        if (entry instanceof AlertChannel channel) {
            references.each("/regions", EntryType.REGION, Objects.requireNonNullElse(channel.regions(), List.of()));
            references.each("/groups", EntryType.GROUP, Objects.requireNonNullElse(channel.groups(), List.of()));
        }
        if (entry instanceof Source source) {
            references.one(
                    "/defaults/supportGroup", EntryType.GROUP, source.defaults().supportGroup());
            references.one(
                    "/defaults/segment", EntryType.SEGMENT, source.defaults().segment());
        }
        return references.found;
    }

    private void each(String at, EntryType type, List<String> codes) {
        for (int i = 0; i < codes.size(); i++) {
            one(at + "/" + i, type, codes.get(i));
        }
    }

    private void one(String at, EntryType type, @Nullable String code) {
        if (code != null) {
            found.add(new Reference(at, type, code));
        }
    }
}
