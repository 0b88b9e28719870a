package io.amends.alerting.sms;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One text message of a period: one a contact, with what the period's digest lists and what was held for this period. The sum
 * is that of what the digests listed, and is never counted again (C3, C4).
 *
 * @param digestId the newest digest that it counts
 * @param customers more than 0
 * @param counted what was held and is told by this one, oldest first
 */
public record PlannedText(String contactId, UUID digestId, int customers, List<HeldText> counted) {

    /**
     * What a contact's digest lists.
     *
     * @param customers unhappy ones among its cases
     */
    public record ListedDigest(UUID id, int customers) {}

    /**
     * Plans the text messages of a period, in the order of the contacts; none for a count of 0.
     *
     * @param listed the period's digests by contact
     * @param held what waits for this period
     */
    public static List<PlannedText> of(Map<String, ListedDigest> listed, List<HeldText> held) {
        Set<String> contacts = new TreeSet<>(listed.keySet());
        held.forEach(text -> contacts.add(text.contactId()));
        List<PlannedText> planned = new ArrayList<>();
        for (String contact : contacts) {
            List<HeldText> counted = held.stream()
                    .filter(text -> text.contactId().equals(contact))
                    .sorted(Comparator.comparing(HeldText::periodTo))
                    .toList();
            ListedDigest own = listed.get(contact);
            int customers = (own == null ? 0 : own.customers())
                    + counted.stream().mapToInt(HeldText::customers).sum();
            UUID digest = newest(own, counted);
            if (customers > 0 && digest != null) {
                planned.add(new PlannedText(contact, digest, customers, counted));
            }
        }
        return planned;
    }

    private static @Nullable UUID newest(@Nullable ListedDigest own, List<HeldText> counted) {
        if (own != null) {
            return own.id();
        }
        return counted.isEmpty() ? null : counted.get(counted.size() - 1).digestId();
    }
}
