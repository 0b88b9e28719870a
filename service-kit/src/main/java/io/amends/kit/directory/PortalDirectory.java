package io.amends.kit.directory;

import io.amends.contracts.directory.Contact;
import io.amends.contracts.directory.Group;
import io.amends.contracts.directory.Portal;
import io.amends.contracts.directory.Segment;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that the directory says about one portal, as of one moment; immutable. */
public record PortalDirectory(
        String cpc,
        Portal portal,
        Map<String, Group> groups,
        Map<String, Contact> contacts,
        Map<String, Segment> segments) {

    static <V> Map<String, V> with(Map<String, V> entries, String code, @Nullable V entry) {
        Map<String, V> changed = new HashMap<>(entries);
        if (entry == null) {
            changed.remove(code);
        } else {
            changed.put(code, entry);
        }
        return Map.copyOf(changed);
    }
}
