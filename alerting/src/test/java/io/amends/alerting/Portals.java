package io.amends.alerting;

import io.amends.contracts.Json;
import io.amends.contracts.directory.Contact;
import io.amends.contracts.directory.Group;
import io.amends.contracts.directory.Portal;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Directory entries with defaults: Acme in Berlin, alerts at 09:00. */
public final class Portals {
    private Portals() {}

    /** Acme with some fields of its JSON set, in single quotes. */
    public static Portal acme(String fields) {
        try {
            return Json.MAPPER.readValue(
                    ("{'name':'Acme'" + (fields.isEmpty() ? "" : "," + fields) + "}").replace('\'', '"'), Portal.class);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static Portal acme() {
        return acme("");
    }

    public static Contact contact(String name) {
        return new Contact(
                name, name.toLowerCase(java.util.Locale.ROOT) + "@example.com", null, null, null, null, null);
    }

    public static Contact unreachable(String name) {
        return new Contact(name, null, "+495550101", null, null, null, null);
    }

    public static Group group(String name, @Nullable String lead, String... alsoAlerts) {
        return new Group(name, "EMEA", lead, List.of(alsoAlerts), null, null, null);
    }
}
