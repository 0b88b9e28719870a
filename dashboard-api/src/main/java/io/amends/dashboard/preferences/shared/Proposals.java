package io.amends.dashboard.preferences.shared;

import io.amends.dashboard.studio.shared.Option;
import io.amends.messages.Languages;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** What is proposed where anything of its kind can be typed. */
public final class Proposals {
    /** The places of the zones of the world. */
    public static final List<Option> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
            .sorted()
            .map(zone -> new Option(zone, zone, false))
            .toList();

    private Proposals() {}

    /** The languages that people are written to in, as a reader's language calls them. */
    public static List<Option> languages(Locale reader) {
        return Languages.SPOKEN.stream()
                .map(tag -> new Option(tag, Locale.forLanguageTag(tag).getDisplayLanguage(reader), false))
                .toList();
    }
}
