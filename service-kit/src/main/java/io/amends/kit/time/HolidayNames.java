package io.amends.kit.time;

import de.focus_shift.jollyday.core.util.ResourceUtil;
import io.amends.contracts.directory.HolidayCodes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What people call the countries whose public holidays are known, their parts, and these holidays, out of Jollyday. */
public final class HolidayNames {
    private HolidayNames() {}

    /** The name of a country or a part of one, such as {@code Germany, Bavaria}; empty for a code that is not known. */
    public static Optional<String> place(String code, Locale language) {
        if (!HolidayCodes.known(code)) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        String key = "";
        for (String part : code.split("-")) {
            key = key.isEmpty() ? part : key + "." + part;
            String name = ResourceUtil.getCountryDescription(language, key);
            names.add(name.equals(ResourceUtil.UNDEFINED) ? part : name);
        }
        return Optional.of(String.join(", ", names));
    }

    /** The name of the public holiday that a day is in a country or a part of one; empty where it is none. */
    public static Optional<String> day(LocalDate day, String code, Locale language) {
        return PublicHolidays.name(day, code, language);
    }
}
