package io.amends.contracts.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeFormatTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest(name = "{1} as {0}")
    @DisplayName("a pattern reads dates with and without a time, an offset or AM and PM, in its zone (A10)")
    @CsvSource({
        "dd.MM.yyyy HH:mm,             20.11.2026 09:00,          2026-11-20T08:00:00Z",
        "dd.MM.yyyy,                   20.11.2026,                2026-11-19T23:00:00Z",
        "M/d/yy h:mm a,                7/4/26 1:05 pm,            2026-07-04T11:05:00Z",
        "yyyy-MM-dd HH:mm:ss,          2026-11-20 09:00:00,       2026-11-20T08:00:00Z",
        "yyyy-MM-dd'T'HH:mm:ssXXX,     2026-11-20T09:00:00-05:00, 2026-11-20T14:00:00Z",
        "d MMM yyyy 'yearly' HH:mm,    3 Nov 2026 yearly 09:00,   2026-11-03T08:00:00Z"
    })
    void reads(String pattern, String text, Instant moment) {
        assertThat(TimeFormat.pattern(pattern, BERLIN).parse(text)).isEqualTo(moment);
    }

    @Test
    @DisplayName(
            "a day that no calendar has, and a text in another form, are told with the pattern that is wanted (A10)")
    void tells() {
        TimeFormat format = TimeFormat.pattern("dd.MM.yyyy", BERLIN);
        for (String text : new String[] {"31.02.2026", "2026-11-20", "", "20.11.2026 09:00"}) {
            assertThatThrownBy(() -> format.parse(text))
                    .isInstanceOf(DateTimeException.class)
                    .hasMessageContaining("dd.MM.yyyy");
        }
    }

    @ParameterizedTest
    @DisplayName("what is no pattern, or does not say the day, is refused when it is set (A10)")
    @ValueSource(strings = {"HH:mm", "dd.MM", "bogus", "yyyy-MM-dd '"})
    void refuses(String pattern) {
        assertThatThrownBy(() -> TimeFormat.pattern(pattern, BERLIN)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @DisplayName("ISO reads a moment without seconds and an offset without a colon, and nothing without a zone (A10)")
    @CsvSource({
        "2026-11-20T08:00:00Z,          2026-11-20T08:00:00Z",
        "2026-11-20T08:00Z,             2026-11-20T08:00:00Z",
        "2026-11-20T09:00:00.250+0100,  2026-11-20T08:00:00.250Z",
        "2026-11-20T09:00+01:00,        2026-11-20T08:00:00Z",
        "2026-11-20T09:00:00+01,        2026-11-20T08:00:00Z",
        "2026-11-20T09:00:00,           ",
        "2026-11-20,                    ",
        "2026-02-30T09:00Z,             "
    })
    void iso(String text, @Nullable Instant moment) {
        if (moment == null) {
            assertThatThrownBy(() -> TimeFormat.ISO.parse(text))
                    .isInstanceOf(DateTimeException.class)
                    .hasMessageContaining("2026-11-20T08:00:00Z");
        } else {
            assertThat(TimeFormat.ISO.parse(text)).isEqualTo(moment);
        }
    }

    @Test
    @DisplayName("seconds and milliseconds since 1970, with a fraction or not; nothing that fills the memory (A10)")
    void epoch() {
        assertThat(TimeFormat.Fixed.EPOCH_SECONDS.parse("1795161600")).isEqualTo("2026-11-20T08:00:00Z");
        assertThat(TimeFormat.Fixed.EPOCH_SECONDS.parse("1795161600.25")).isEqualTo("2026-11-20T08:00:00.250Z");
        assertThat(TimeFormat.Fixed.EPOCH_MILLIS.parse("1795161600250")).isEqualTo("2026-11-20T08:00:00.250Z");
        for (String text : new String[] {"", "soon", "1e400000000", "99999999999999999999999999"}) {
            assertThatThrownBy(() -> TimeFormat.Fixed.EPOCH_SECONDS.parse(text)).isInstanceOf(DateTimeException.class);
        }
    }

    @Test
    @DisplayName(
            "a field is named by its word, measures and properties with a name behind it, and by nothing else (A10)")
    void fields() {
        assertThat(TargetField.of("measures.csat")).contains(TargetField.measure("csat"));
        assertThat(TargetField.of("properties.a.b/c"))
                .hasValueSatisfying(field -> assertThat(field.pointer()).isEqualTo("/properties/a.b~1c"));
        for (TargetField.ResponseField target : TargetField.ResponseField.values()) {
            if (!target.named()) {
                assertThat(TargetField.of(target.word()).map(TargetField::text)).contains(target.word());
            }
        }
        assertThat(TargetField.of("measures")).isEmpty();
        assertThat(TargetField.of("measures. ")).isEmpty();
        assertThat(TargetField.of("ticketId.x")).isEmpty();
        assertThat(TargetField.of("ticket")).isEmpty();
    }
}
