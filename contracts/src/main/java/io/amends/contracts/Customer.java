package io.amends.contracts;

import org.jspecify.annotations.Nullable;

/**
 * Who answered the survey.
 *
 * @param timeZone IANA name, such as Europe/Berlin; as it was sent, so it may name no zone
 * @param preferredContact {@code call} or {@code email}
 * @param accountManager contact id or name of the customer's account manager
 */
public record Customer(
        @Nullable String id,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String company,
        @Nullable String timeZone,
        @Nullable String preferredContact,
        @Nullable String accountManager) {}
