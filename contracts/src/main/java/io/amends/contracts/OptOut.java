package io.amends.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The data of {@code amends.customer.opted-out} and {@code .opted-in}: whether a customer gets surveys. It holds for every
 * survey, and not for mail about a case. One of email, phone and id names the customer.
 *
 * @param email in lower case
 * @param phone in E.164, such as +495550100
 * @param id the customer's id in the CRM
 * @param reason why, in the words of whoever said so
 */
public record OptOut(
        String portal,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String id,
        @Nullable String reason,
        Instant at) {}
