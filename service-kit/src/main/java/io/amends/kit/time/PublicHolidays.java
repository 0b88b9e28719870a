package io.amends.kit.time;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import io.amends.contracts.directory.HolidayCodes;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The public holidays of countries and of their parts, out of Jollyday. What it knows of a country is loaded when somebody
 * first asks for it, so that a service whose portals name none pays nothing.
 */
final class PublicHolidays {
    private static final Map<Place, Map<LocalDate, Holiday>> DAYS = new ConcurrentHashMap<>();

    private PublicHolidays() {}

    private record Place(String code, int year) {}

    /**
     * Whether a day is a public holiday.
     *
     * @param code one of {@link HolidayCodes}; of another code no holidays are known, and neither are those of years before
     *     1883 or after 2173 where the Islamic calendar has a part in them
     */
    static boolean on(LocalDate day, String code) {
        return holiday(day, code).isPresent();
    }

    /** The name of the public holiday that a day is, in a language; empty where it is none. */
    static Optional<String> name(LocalDate day, String code, Locale language) {
        return holiday(day, code).map(holiday -> holiday.getDescription(language));
    }

    private static Optional<Holiday> holiday(LocalDate day, String code) {
        return HolidayCodes.known(code)
                ? Optional.ofNullable(DAYS.computeIfAbsent(new Place(code, day.getYear()), PublicHolidays::of)
                        .get(day))
                : Optional.empty();
    }

    // Jollyday looks for its parts when it is first asked, and two who ask at that moment hinder each other.
    private static synchronized Map<LocalDate, Holiday> of(Place place) {
        String[] parts = place.code.split("-");
        try {
            return HolidayManager.getInstance(ManagerParameters.create(parts[0]))
                    .getHolidays(Year.of(place.year), Arrays.copyOfRange(parts, 1, parts.length))
                    .stream()
                    .filter(holiday -> holiday.getType() != HolidayType.OBSERVANCE)
                    .collect(Collectors.toUnmodifiableMap(Holiday::getDate, Function.identity(), (one, other) -> one));
        } catch (DateTimeException e) {
            // Java's Islamic calendar ends in 2174; whoever asks for a later day is answered all the same.
            return Map.of();
        }
    }
}
