package io.amends.ingest.response;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.amends.contracts.Json;
import io.amends.contracts.api.ResponseStanding.DigestTiming;
import io.amends.contracts.api.ResponseStanding.RepairTiming;
import io.amends.contracts.directory.Portal;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepairTimingsTest {
    /** In the evening of 20 November in Berlin, whose alert time is 09:00. */
    private static final Instant RECEIVED = Instant.parse("2026-11-20T18:00:00Z");

    @DisplayName(
            "A6: before the alert instant of the calendar day after it was received it is in time, from then on late")
    @ParameterizedTest(name = "A6: repaired at {0} it is {1}")
    @CsvSource({
        "2026-11-20T18:00:05Z, IN_TIME",
        "2026-11-21T07:59:59Z, IN_TIME",
        "2026-11-21T08:00:00Z, LATE",
        // The digest of the 27th still takes what was received within seven days before it; the next one does not.
        "2026-11-26T23:00:00Z, LATE",
        "2026-11-27T08:00:00Z, LATE_TOO_OLD"
    })
    void timing(Instant repairedAt, DigestTiming expected) throws JsonProcessingException {
        RepairTiming timing = RepairTimings.of(portal("{}"), RECEIVED, repairedAt);

        assertThat(timing.digest()).isEqualTo(expected);
        assertThat(timing.inTimeBefore()).isEqualTo(Instant.parse("2026-11-21T08:00:00Z"));
    }

    @Test
    @DisplayName("A6: a portal that has late ones in no digest says so; in time stays in time")
    void never() throws JsonProcessingException {
        Portal portal = portal("{\"lateDigest\":\"NEVER\"}");

        assertThat(RepairTimings.of(portal, RECEIVED, RECEIVED.plusSeconds(1)).digest())
                .isEqualTo(DigestTiming.IN_TIME);
        assertThat(RepairTimings.of(portal, RECEIVED, Instant.parse("2026-11-21T08:00:00Z"))
                        .digest())
                .isEqualTo(DigestTiming.LATE_NEVER);
    }

    private static Portal portal(String preferences) throws JsonProcessingException {
        return Json.MAPPER.readValue(preferences, Portal.class);
    }
}
