package io.amends.contracts.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a source of webhooks stands (A10).
 *
 * @param webhookUrl where its vendor sends to, for whoever may set its secrets; null for others, and where no key is set
 * @param accepted webhooks that were taken
 * @param refused webhooks whose signature was wrong
 * @param lastAt when one was taken last
 * @param silentSince since when it says less than it usually does (A11)
 * @param rhythm how much it usually says (A11)
 * @param secrets which are set
 * @param backlog responses that are still to be fetched
 */
public record SourceStatus(
        @Nullable String webhookUrl,
        long accepted,
        long refused,
        @Nullable Instant lastAt,
        @Nullable Instant silentSince,
        @Nullable JsonNode rhythm,
        SecretsSet secrets,
        long backlog) {

    /** Which secrets are set; never what they are. */
    public record SecretsSet(boolean current, boolean previous, boolean api) {}
}
