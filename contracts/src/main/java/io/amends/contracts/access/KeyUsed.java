package io.amends.contracts.access;

import java.time.Instant;

/**
 * The data of {@code amends.key.used}: when a service answered an API key last (H2). Every service says it at most once a
 * minute and key, so that a request costs no write.
 *
 * @param portal where the key was made
 * @param keyId the record's key on the topic
 */
public record KeyUsed(String portal, String keyId, Instant usedAt) {}
