package io.amends.ingest.rhythm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SilenceVerdictTest {
    private static final Instant LAST = Instant.parse("2026-11-20T08:00:00Z");
    private static final Optional<Instant> ALARM = Optional.of(LAST.plus(Duration.ofHours(2)));
    private static final Instant BEFORE = LAST.plus(Duration.ofMinutes(119));
    private static final Instant AFTER = LAST.plus(Duration.ofHours(2));

    @Test
    @DisplayName("A11: a silence is told from its alarm's moment on, and not before")
    void silent() {
        assertThat(SilenceVerdict.of(LAST, null, true, ALARM, BEFORE)).isEqualTo(SilenceVerdict.NOTHING);
        assertThat(SilenceVerdict.of(LAST, null, true, ALARM, AFTER)).isEqualTo(SilenceVerdict.SILENT);
    }

    @Test
    @DisplayName("A11: nobody is silent whose rhythm is not known, nor while it is not known what was sent")
    void unknown() {
        assertThat(SilenceVerdict.of(LAST, null, true, Optional.empty(), AFTER)).isEqualTo(SilenceVerdict.NOTHING);
        assertThat(SilenceVerdict.of(LAST, null, true, ALARM, null)).isEqualTo(SilenceVerdict.NOTHING);
    }

    @Test
    @DisplayName("A11: what was told is not told again, until it was heard since")
    void heard() {
        assertThat(SilenceVerdict.of(LAST, LAST, true, ALARM, AFTER)).isEqualTo(SilenceVerdict.NOTHING);
        assertThat(SilenceVerdict.of(LAST.plusSeconds(1), LAST, true, Optional.empty(), null))
                .isEqualTo(SilenceVerdict.HEARD);
    }

    @Test
    @DisplayName("A11: what was deleted, switched off or revoked raises no alarm, and its silence ends without a word")
    void unwatched() {
        assertThat(SilenceVerdict.of(LAST, null, false, ALARM, AFTER)).isEqualTo(SilenceVerdict.NOTHING);
        assertThat(SilenceVerdict.of(LAST, LAST, false, ALARM, AFTER)).isEqualTo(SilenceVerdict.UNWATCHED);
        assertThat(SilenceVerdict.of(LAST.plusSeconds(1), LAST, false, ALARM, AFTER))
                .isEqualTo(SilenceVerdict.UNWATCHED);
    }
}
