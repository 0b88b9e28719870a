package io.amends.kit.directory;

import io.amends.contracts.directory.Contact;
import io.amends.contracts.directory.Group;
import io.amends.contracts.directory.Portal;
import io.amends.contracts.directory.Segment;
import java.math.BigDecimal;
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

    /** The Service Recovery Threshold in force for a group (B1). */
    public BigDecimal threshold(@Nullable String group) {
        Group found = group == null ? null : groups.get(group);
        BigDecimal own = found == null ? null : found.threshold();
        return own == null ? portal.serviceRecoveryThreshold() : own;
    }

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
