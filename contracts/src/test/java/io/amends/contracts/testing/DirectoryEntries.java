package io.amends.contracts.testing;

import io.amends.contracts.Json;
import io.amends.contracts.directory.Calendar;
import io.amends.contracts.directory.Contact;
import io.amends.contracts.directory.Group;
import io.amends.contracts.directory.Portal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Entries of the directory with the defaults of the product; a test names only what matters to it. */
public final class DirectoryEntries {
    private DirectoryEntries() {}

    /** The portal Acme with some fields of its JSON, in single quotes. */
    public static Portal portal(String fields) {
        return read("Acme", fields, Portal.class);
    }

    /** A calendar of the usual hours with some fields of its JSON, in single quotes. */
    public static Calendar calendar(String fields) {
        return read("Desk", fields, Calendar.class);
    }

    private static <T> T read(String name, String fields, Class<T> type) {
        String json = "{'name':'" + name + "'" + (fields.isEmpty() ? "" : "," + fields) + "}";
        try {
            return Json.MAPPER.readValue(json.replace('\'', '"'), type);
        } catch (IOException e) {
            throw new UncheckedIOException(json, e);
        }
    }

    /** A person with an address made of the name. */
    public static Contact contact(String name) {
        return contact(name, name.toLowerCase(Locale.ROOT) + "@example.com");
    }

    /** A person with that address; null: none. */
    public static Contact contact(String name, @Nullable String email) {
        return new Contact(name, email, null, null, null, null, null, List.of(), null);
    }

    /** A support group of which nobody is told. */
    public static Group group(String name) {
        return group(name, null);
    }

    /** A support group, with whom its cases are told to. */
    public static Group group(String name, @Nullable String supportLead, String... alsoAlerts) {
        return new Group(name, "EMEA", supportLead, List.of(alsoAlerts), null, null, null);
    }

    /** A support group with a threshold of its own; null: the portal's. */
    public static Group groupWithThreshold(String name, @Nullable BigDecimal threshold) {
        return new Group(name, "EMEA", null, List.of(), null, threshold, null);
    }

    /** A support group that takes so many actionable cases a day. */
    public static Group capped(String name, int dailyCap) {
        return new Group(name, "EMEA", null, List.of(), null, null, dailyCap);
    }
}
