package io.amends.alerting.report;

import io.amends.alerting.digest.Digest;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.Customer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many customers asked to be contacted, and how they prefer it where they said so (C5).
 *
 * @param all who asked, whatever they prefer
 * @param call of them, who prefer a call
 * @param email of them, who prefer an email
 */
record ContactWishes(long all, long call, long email) {

    static ContactWishes among(List<Digest.Item> items) {
        List<String> preferences = items.stream()
                .map(item -> item.decision().response())
                .filter(response -> response.contactChoice() == ContactChoice.YES)
                .map(response -> preference(response.customer()))
                .toList();
        return new ContactWishes(preferences.size(), count(preferences, "call"), count(preferences, "email"));
    }

    /** What the customer prefers: {@code call}, {@code email}, or empty where nothing of both is known. */
    static String preference(@Nullable Customer customer) {
        String stated = customer == null ? "" : Clean.line(customer.preferredContact());
        return stated.equals("call") || stated.equals("email") ? stated : "";
    }

    /** A phrase such as "2 asked for a call"; {@code none} where nobody asked. */
    String in(ReportWords words) {
        if (all == 0) {
            return "none";
        }
        String key = all == call ? "asked.call" : all == email ? "asked.email" : "asked.any";
        return words.of(key, Map.of("n", all, "call", call, "email", email));
    }

    private static long count(List<String> preferences, String wanted) {
        return preferences.stream().filter(wanted::equals).count();
    }
}
