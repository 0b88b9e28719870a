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
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The public holidays of countries and of their parts, out of Jollyday. What it knows of a country is loaded when somebody
 * first asks for it, so that a service whose portals name none pays nothing.
 */
final class PublicHolidays {
    private static final Map<Place, Set<LocalDate>> DAYS = new ConcurrentHashMap<>();

    private PublicHolidays() {}

    private record Place(String code, int year) {}

    /**
     * Whether a day is a public holiday.
     *
     * @param code one of {@link HolidayCodes}; of another code no holidays are known, and neither are those of years before
     *     1883 or after 2173 where the Islamic calendar has a part in them
     */
    static boolean on(LocalDate day, String code) {
        return HolidayCodes.known(code)
                && DAYS.computeIfAbsent(new Place(code, day.getYear()), PublicHolidays::of)
                        .contains(day);
    }

    private static Set<LocalDate> of(Place place) {
        String[] parts = place.code.split("-");
        try {
            return HolidayManager.getInstance(ManagerParameters.create(parts[0]))
                    .getHolidays(Year.of(place.year), Arrays.copyOfRange(parts, 1, parts.length))
                    .stream()
                    .filter(holiday -> holiday.getType() != HolidayType.OBSERVANCE)
                    .map(Holiday::getDate)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (DateTimeException e) {
            // Java's Islamic calendar ends in 2174; whoever asks for a later day is answered all the same.
            return Set.of();
        }
    }
}
