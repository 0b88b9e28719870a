package io.amends.alerting.sms;

import java.time.Instant;
import java.util.UUID;

/**
 * A text message that waits for the end of a weekend (C4).
 *
 * @param number where it was to go
 * @param periodTo the alert instant at which it was held
 * @param customers how many it counts
 */
public record HeldText(UUID id, String contactId, UUID digestId, String number, Instant periodTo, int customers) {}
