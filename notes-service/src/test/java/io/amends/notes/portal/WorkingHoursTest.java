package io.amends.notes.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingHoursTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private final WorkingHours berlin = WorkingHours.usual(BERLIN);

    @ParameterizedTest(name = "D7: asked for contact at {0}, due {1}")
    @CsvSource({
        "2026-11-16T07:00:00+01:00, 2026-11-16T17:00:00+01:00", // before hours counts the same day
        "2026-11-16T16:59:59+01:00, 2026-11-16T17:00:00+01:00",
        "2026-11-16T17:00:00+01:00, 2026-11-17T17:00:00+01:00", // after hours: the next working day
        "2026-11-20T18:00:00+01:00, 2026-11-23T17:00:00+01:00", // Friday evening: Monday
        "2026-11-21T10:00:00+01:00, 2026-11-23T17:00:00+01:00", // Saturday: Monday
        "2026-10-25T02:30:00+02:00, 2026-10-26T17:00:00+01:00", // the night clocks go back is a Sunday
        "2027-03-27T12:00:00+01:00, 2027-03-29T17:00:00+02:00" // over the night clocks go forward
    })
    void aYesIsDueByTheEndOfTheSameWorkingDay(ZonedDateTime received, ZonedDateTime due) {
        assertThat(berlin.endOfSameDay(received.toInstant())).isEqualTo(due.toInstant());
    }

    @ParameterizedTest(name = "D7: received at {0}, due {1}")
    @CsvSource({
        "2026-11-16T10:00:00+01:00, 2026-11-18T17:00:00+01:00",
        "2026-11-19T10:00:00+01:00, 2026-11-23T17:00:00+01:00", // Thursday: Monday
        "2026-11-20T17:30:00+01:00, 2026-11-25T17:00:00+01:00", // Friday evening counts as Monday
        "2026-10-23T10:00:00+02:00, 2026-10-27T17:00:00+01:00" // 17:00 stays 17:00 when clocks go back
    })
    void othersAreDueTwoBusinessDaysLater(ZonedDateTime received, ZonedDateTime due) {
        assertThat(berlin.businessDaysLater(received.toInstant(), 2)).isEqualTo(due.toInstant());
    }

    @Property
    void d7DueIsAlwaysAWorkingDaysEndAfterReceptionAndMoreDaysAreLater(
            @ForAll @LongRange(min = 1_700_000_000L, max = 1_900_000_000L) long second,
            @ForAll @IntRange(max = 5) int days) {
        for (String zone : new String[] {"Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Apia"}) {
            WorkingHours hours = WorkingHours.usual(ZoneId.of(zone));
            Instant received = Instant.ofEpochSecond(second);
            ZonedDateTime due = hours.businessDaysLater(received, days).atZone(hours.zone());
            assertThat(due.toInstant()).isAfter(received);
            assertThat(due.toLocalTime()).isEqualTo(LocalTime.of(17, 0));
            assertThat(due.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
            assertThat(hours.businessDaysLater(received, days + 1)).isAfter(due.toInstant());
        }
    }
}
