package io.amends.ingest.sources;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer told a vendor that they want no more surveys (E2); what is known of them.
 *
 * @param customerId the vendor's
 */
public record Unsubscribed(
        String portal,
        String source,
        @Nullable String customerId,
        @Nullable String email,
        @Nullable String phone,
        Instant at) {}
