package io.amends.dashboard.preferences.shared;

import io.amends.dashboard.studio.shared.Option;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What is proposed where anything of its kind can be typed. */
public final class Proposals {
    /** The places of the zones of the world. */
    public static final List<Option> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
            .sorted()
            .map(zone -> new Option(zone, zone, false))
            .toList();

    /** The languages that Amends speaks or will speak. */
    public static final List<Option> LANGUAGES = Stream.of("en", "de", "fr", "es", "pt", "ja")
            .map(tag -> new Option(tag, Locale.forLanguageTag(tag).getDisplayLanguage(Locale.UK), false))
            .toList();

    private Proposals() {}
}
