package io.amends.rules.archive;

import io.amends.contracts.RecoveryDecided;
import java.time.ZoneId;

/**
 * A decision as it was published.
 *
 * @param zone the portal's zone when it was stored, for local times in rules
 */
public record StoredDecision(RecoveryDecided decision, ZoneId zone) {}
