package io.amends.dashboard.layout.core;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** Which place's time a zone is, as people call it: Europe/Berlin is Berlin's. */
public final class ZonePlace {
    private ZonePlace() {}

    /** The place of a zone, such as {@code New York}; empty for one that is always the same offset from UTC. */
    public static Optional<String> of(ZoneId zone) {
        return zone.normalized() instanceof ZoneOffset
                ? Optional.empty()
                : Optional.of(zone.getId().replaceFirst("^.*/", "").replace('_', ' '));
    }

    /** How far from UTC such a zone is: {@code UTC}, {@code UTC+02:00}. */
    public static String offset(ZoneId zone) {
        boolean utc = zone.normalized().equals(ZoneOffset.UTC);
        return utc ? "UTC" : "UTC" + zone.normalized();
    }
}
