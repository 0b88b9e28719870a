package io.amends.alerting.report;

import io.amends.alerting.digest.Digest;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.Customer;
import java.util.List;
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
        List<PreferredContact> preferences = items.stream()
                .map(item -> item.decision().response())
                .filter(response -> response.contactChoice() == ContactChoice.YES)
                .map(response -> preference(response.customer()))
                .toList();
        return new ContactWishes(
                preferences.size(),
                count(preferences, PreferredContact.CALL),
                count(preferences, PreferredContact.EMAIL));
    }

    /** How a customer prefers to be contacted. */
    enum PreferredContact {
        CALL,
        EMAIL,
        UNKNOWN
    }

    /** What the customer prefers, where that is one of the two. */
    static PreferredContact preference(@Nullable Customer customer) {
        return switch (customer == null ? "" : Clean.line(customer.preferredContact())) {
            case "call" -> PreferredContact.CALL;
            case "email" -> PreferredContact.EMAIL;
            default -> PreferredContact.UNKNOWN;
        };
    }

    /** A phrase such as "2 asked for a call"; empty where nobody asked. */
    String in(DigestLanguage language) {
        if (all == 0) {
            return "";
        }
        DigestMessages messages = language.messages();
        String shown = language.number(all);
        if (all == call) {
            return messages.askedForCall(all, shown);
        }
        return all == email
                ? messages.askedForEmail(all, shown)
                : messages.askedToBeContacted(all, shown, call, language.number(call), email, language.number(email));
    }

    private static long count(List<PreferredContact> preferences, PreferredContact wanted) {
        return preferences.stream().filter(way -> way == wanted).count();
    }
}
