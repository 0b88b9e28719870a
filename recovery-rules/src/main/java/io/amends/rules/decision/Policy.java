package io.amends.rules.decision;

import io.amends.contracts.directory.Group;
import io.amends.contracts.directory.Measure;
import io.amends.contracts.directory.Portal;
import io.amends.kit.id.Sha256;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The preferences in force for one response: those of its portal, with its group's override (B1, B3).
 *
 * @param overall the measure that is the overall rating
 * @param highest the top of overall's scale; null where the portal does not declare it
 * @param threshold overall at or below it is unhappy
 * @param overriddenBy the name of the group whose threshold this is; null where it is the portal's
 * @param late received longer than this before it was recorded is history (C2)
 * @param zone the portal's zone, for local times in rules
 * @param version a short hash of overall, threshold in force and contact policy: what a decision depends on besides its
 *     rules
 */
public record Policy(
        String overall,
        @Nullable BigDecimal highest,
        BigDecimal threshold,
        @Nullable String overriddenBy,
        Portal.ContactPolicy contact,
        Duration late,
        ZoneId zone,
        String version) {
    private static final int VERSION_LENGTH = 12;

    /** The policy of a portal for a response of that group; an unknown group overrides nothing. */
    public static Policy of(Portal portal, @Nullable Group group) {
        return at(
                portal,
                portal.overall(),
                portal.threshold(group),
                group == null || group.threshold() == null ? null : group.name(),
                portal.contactPolicy());
    }

    /** The policy of a portal at another time, when its overall measure, threshold and contact policy were these. */
    public static Policy at(
            Portal portal,
            String overall,
            BigDecimal threshold,
            @Nullable String overriddenBy,
            Portal.ContactPolicy contact) {
        Measure scale = portal.measures().get(overall);
        return new Policy(
                overall,
                scale == null ? null : scale.max(),
                threshold,
                overriddenBy,
                contact,
                Duration.ofDays(portal.lateDays()),
                portal.timeZone(),
                version(overall, threshold, contact));
    }

    private static String version(String overall, BigDecimal threshold, Portal.ContactPolicy contact) {
        String decisive = String.join(
                "\n",
                overall,
                threshold.stripTrailingZeros().toPlainString(),
                contact.lowUnanswered().name(),
                contact.highUnanswered().name());
        return Sha256.hex(decisive).substring(0, VERSION_LENGTH);
    }
}
