package io.amends.dashboard.directory.core;

import io.amends.contracts.Reason;
import io.amends.contracts.directory.Group;
import io.amends.contracts.directory.Portal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an entry refers to. A reference to what is not there yet is taken, with a warning. */
public final class References {
    private References() {}

    /** The references to contacts that are not there yet. */
    public static List<Reason> missing(Record entry, Set<String> contacts) {
        List<Reason> warnings = new ArrayList<>();
        if (entry instanceof Portal portal) {
            each("/admins", portal.admins(), contacts, warnings);
        }
        if (entry instanceof Group group) {
            one("/supportLead", group.supportLead(), contacts, warnings);
            each("/alsoAlerts", group.alsoAlerts(), contacts, warnings);
            one("/manager", group.manager(), contacts, warnings);
        }
        return List.copyOf(warnings);
    }

    private static void each(String at, List<String> codes, Set<String> contacts, List<Reason> warnings) {
        for (int i = 0; i < codes.size(); i++) {
            one(at + "/" + i, codes.get(i), contacts, warnings);
        }
    }

    private static void one(String at, @Nullable String code, Set<String> contacts, List<Reason> warnings) {
        if (code != null && !contacts.contains(code)) {
            warnings.add(new Reason(at, "there is no contact " + code + " yet"));
        }
    }
}
