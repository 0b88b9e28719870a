package io.amends.contracts.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The time zones that can be named, the same whatever Java runs: the places that Java 17 knows, and its short names, each
 * with the place it stands for. An offset such as UTC+2 is none, since no place that has summer time keeps one.
 */
public final class Zones {
    /** What a zone must be, as a phrase. */
    static final String A_ZONE = "must be a time zone such as Europe/Berlin";

    /** By name: the place. Made from Java 17.0.15; EST, MST and HST, offsets there, have the places of later ones. */
    private static final Map<String, String> PLACES = places();

    /** The first two that have an offset, in winter or in summer, are named to who sent that offset. */
    private static final List<String> WELL_KNOWN = List.of(
            "UTC",
            "Europe/London",
            "Europe/Berlin",
            "Europe/Athens",
            "Africa/Lagos",
            "Africa/Johannesburg",
            "Africa/Nairobi",
            "Europe/Istanbul",
            "Asia/Tehran",
            "Asia/Dubai",
            "Asia/Kabul",
            "Asia/Karachi",
            "Asia/Kolkata",
            "Asia/Kathmandu",
            "Asia/Dhaka",
            "Asia/Yangon",
            "Asia/Bangkok",
            "Asia/Shanghai",
            "Asia/Tokyo",
            "Australia/Adelaide",
            "Australia/Sydney",
            "Pacific/Noumea",
            "Pacific/Auckland",
            "Pacific/Chatham",
            "Pacific/Tongatapu",
            "Pacific/Kiritimati",
            "Atlantic/Azores",
            "America/Noronha",
            "America/Sao_Paulo",
            "America/St_Johns",
            "America/New_York",
            "America/Halifax",
            "America/Chicago",
            "America/Denver",
            "America/Los_Angeles",
            "America/Anchorage",
            "Pacific/Honolulu",
            "Pacific/Marquesas",
            "Pacific/Pago_Pago");

    private static final List<Instant> WINTER_AND_SUMMER =
            List.of(Instant.parse("2026-01-15T12:00:00Z"), Instant.parse("2026-07-15T12:00:00Z"));

    private Zones() {}

    /** The place of that name; null if it names none. */
    public static @Nullable ZoneId place(String name) {
        String place = PLACES.get(name);
        return place == null ? null : parsed(place);
    }

    /** Why a name is no place, as a phrase that says what to use; null if it is one. */
    public static @Nullable String fault(String name) {
        if (place(name) != null) {
            return null;
        }
        ZoneId parsed = parsed(name.toUpperCase(Locale.ROOT).replace(" ", "").replace("ETC/", "Etc/"));
        return parsed != null && parsed.getRules().isFixedOffset()
                ? "must be a place, since an offset has no summer time: use one such as "
                        + with(parsed.getRules().getOffset(Instant.EPOCH))
                : A_ZONE;
    }

    /** The zone that something stored or published earlier names, offsets included; null if it names none. */
    public static @Nullable ZoneId stored(String name) {
        ZoneId place = place(name);
        return place == null ? parsed(name) : place;
    }

    private static String with(ZoneOffset offset) {
        Predicate<String> has = place -> WINTER_AND_SUMMER.stream()
                .anyMatch(at -> ZoneId.of(place).getRules().getOffset(at).equals(offset));
        String places = WELL_KNOWN.stream().filter(has).limit(2).collect(Collectors.joining(" or "));
        return places.isEmpty() ? "Europe/Berlin" : places;
    }

    private static @Nullable ZoneId parsed(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Map<String, String> places() {
        InputStream list = Objects.requireNonNull(Zones.class.getResourceAsStream("zones.txt"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(list, UTF_8))) {
            return lines.lines()
                    .map(line -> line.split(" "))
                    .collect(Collectors.toUnmodifiableMap(names -> names[0], names -> names[names.length - 1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
