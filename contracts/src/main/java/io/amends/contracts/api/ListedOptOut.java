package io.amends.contracts.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer who wants no surveys, as lists show it. One of email, phone and id names the customer.
 *
 * @param email in lower case
 * @param phone in E.164, such as +495550100
 * @param id the customer's id in the CRM
 * @param reason why, in the words of whoever said so; null where nobody gave one
 * @param author who said so, as it was signed: a person, a key or a source
 * @param at when it was said
 */
public record ListedOptOut(
        @Nullable String email,
        @Nullable String phone,
        @Nullable String id,
        @Nullable String reason,
        String author,
        Instant at) {}
