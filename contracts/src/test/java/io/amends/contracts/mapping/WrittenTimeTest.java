package io.amends.contracts.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.contracts.mapping.WrittenTime.DayOrder;
import io.amends.contracts.mapping.WrittenTime.Telling;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTimeTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final WrittenTime UNKNOWN = new WrittenTime(null, BERLIN);

    @ParameterizedTest(name = "{0}")
    @DisplayName("times that say by themselves which day they mean are read, in the zone where they name none (A1)")
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-26T13:05:33Z | 2026-11-26T13:05:33Z",
                "2026-11-26T14:05:33.250+01:00 | 2026-11-26T13:05:33.250Z",
                "2026-11-26T14:05:33+0100 | 2026-11-26T13:05:33Z",
                "2026-11-26T14:05:33 | 2026-11-26T13:05:33Z",
                "2026-11-26T13:05Z | 2026-11-26T13:05:00Z",
                "2026-11-26 14:05:33 | 2026-11-26T13:05:33Z",
                "2026-11-26 14:05:33.123456 | 2026-11-26T13:05:33.123456Z",
                "2026-11-26 13:05:33 UTC | 2026-11-26T13:05:33Z",
                "2026-11-26 14:05 | 2026-11-26T13:05:00Z",
                "2026-11-26 | 2026-11-25T23:00:00Z",
                "2026/11/26 2:05:33 PM GMT+1 | 2026-11-26T13:05:33Z",
                "2026/11/26 6:35:33 PM GMT+5:30 | 2026-11-26T13:05:33Z",
                "2026/11/26 12:05:33 AM MEZ | 2026-11-25T23:05:33Z",
                "2026/11/26 8:05:33 AM EST | 2026-11-26T13:05:33Z",
                "26.11.2026 14:05 | 2026-11-26T13:05:00Z",
                "26.11.2026, 14:05:33 | 2026-11-26T13:05:33Z",
                "26.11.26 14:05 | 2026-11-26T13:05:00Z",
                "3.4.2026 9:05 | 2026-04-03T07:05:00Z",
                "04.03.2026 | 2026-03-03T23:00:00Z",
                "05/05/2026 12:00 | 2026-05-05T10:00:00Z"
            })
    void reads(String text, Instant moment) {
        assertThat(UNKNOWN.parse(text)).isEqualTo(moment);
        assertThat(WrittenTime.telling(text)).isEqualTo(Telling.NOTHING);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("where slashes or hyphens divide day and month, the order that is said is the one that is read (A1)")
    @CsvSource({
        "DAY_FIRST,   26/11/2026 14:05,        2026-11-26T13:05:00Z, DAY_FIRST",
        "DAY_FIRST,   26/11/2026 14:05:33,     2026-11-26T13:05:33Z, DAY_FIRST",
        "DAY_FIRST,   26-11-2026 14:05,        2026-11-26T13:05:00Z, DAY_FIRST",
        "DAY_FIRST,   03/04/2026 14:05,        2026-04-03T12:05:00Z, A_QUESTION",
        "MONTH_FIRST, 03/04/2026 02:05:33 PM,  2026-03-04T13:05:33Z, A_QUESTION",
        "MONTH_FIRST, 11/26/2026 02:05:33 PM,  2026-11-26T13:05:33Z, MONTH_FIRST",
        "MONTH_FIRST, 11/26/26 14:05,          2026-11-26T13:05:00Z, MONTH_FIRST",
        "MONTH_FIRST, 11/26/2026,              2026-11-25T23:00:00Z, MONTH_FIRST",
        "MONTH_FIRST, 26.11.2026 14:05,        2026-11-26T13:05:00Z, NOTHING"
    })
    void ordered(DayOrder order, String text, Instant moment, Telling telling) {
        assertThat(new WrittenTime(order, BERLIN).parse(text)).isEqualTo(moment);
        assertThat(WrittenTime.telling(text)).isEqualTo(telling);
    }

    @Test
    @DisplayName("a narrow no-break space before PM, as browsers write it, is a blank (A1)")
    void narrow() {
        assertThat(new WrittenTime(DayOrder.MONTH_FIRST, BERLIN).parse("11/26/2026, 2:05:33\u202FPM"))
                .isEqualTo("2026-11-26T13:05:33Z");
    }

    @Test
    @DisplayName("a date of unknown order is no time, even where one order alone gives a day, and neither is one of the"
            + " other order (A1)")
    void orders() {
        for (String text : new String[] {"03/04/2026 10:00", "26/11/2026", "11-26-2026"}) {
            assertThatThrownBy(() -> UNKNOWN.parse(text))
                    .isInstanceOf(DateTimeException.class)
                    .hasMessageContaining("MONTH_FIRST");
        }
        assertThatThrownBy(() -> new WrittenTime(DayOrder.DAY_FIRST, BERLIN).parse("11/26/2026"))
                .isInstanceOf(DateTimeException.class)
                .hasMessageContaining("must have the day first");
    }

    @ParameterizedTest
    @DisplayName("what is no time is told with what one looks like (A1)")
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "45987.58",
                "31.02.2026",
                "2026-13-01",
                "2026-11-26T25:00:00Z",
                "2026-11-26 24:05",
                "26.11.2026 13:05 PM",
                "26.11.2026 14:05 XYZ",
                "26.11.2026 14:05 +99",
                "26.11/2026",
                "126.11.2026",
                "26.11.026",
                "####"
            })
    void refuses(String text) {
        assertThatThrownBy(() -> UNKNOWN.parse(text))
                .isInstanceOf(DateTimeException.class)
                .hasMessageStartingWith("must be a time such as");
    }
}
