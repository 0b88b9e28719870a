package io.amends.dashboard.directory.core;

import static io.amends.contracts.directory.EntryType.CALENDAR;
import static io.amends.contracts.directory.EntryType.CONTACT;
import static io.amends.contracts.directory.EntryType.REGION;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Reason;
import io.amends.contracts.directory.EntryRules;
import io.amends.contracts.directory.EntryType;
import io.amends.contracts.directory.Portal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarningsTest {

    @Test
    @DisplayName("F6: references to what is not there yet are named, the others are not")
    void references() {
        Record group = entry(
                EntryType.GROUP,
                "{'name': 'G', 'region': 'c-1', 'supportLead': 'c-1', 'alsoAlerts': ['c-2', 'c-3'], 'manager': 'c-4'}");
        assertThat(References.missing(group, Map.of(CONTACT, Set.of("c-1", "c-3"), REGION, Set.of("EMEA"))::get))
                .extracting(Reason::pointer)
                .containsExactly("/region", "/alsoAlerts/0", "/manager");
        assertThat(References.missing(group, type -> Set.of("c-1", "c-2", "c-3", "c-4")))
                .isEmpty();
        Record region = entry(REGION, "{'name': 'R', 'calendar': 'c1', 'channel': 'teams'}");
        assertThat(References.missing(region, type -> Set.of()))
                .containsExactly(
                        new Reason("/calendar", "there is no calendar c1 yet"),
                        new Reason("/channel", "there is no channel teams yet"));
    }

    @Test
    @DisplayName("F6: a calendar is kept by the regions that refer to it, a region by its groups, all others by none")
    void keeping() {
        Record region = entry(REGION, "{'name': 'R', 'calendar': 'c1'}");
        assertThat(References.keeping(CALENDAR)).contains(REGION);
        assertThat(References.to(CALENDAR, "c1", region)).isTrue();
        assertThat(References.to(CALENDAR, "c2", region)).isFalse();
        assertThat(References.to(REGION, "c1", region)).isFalse();
        assertThat(References.keeping(REGION)).contains(EntryType.GROUP);
        assertThat(References.keeping(CONTACT)).isEmpty();
    }

    @ParameterizedTest(name = "B1: a threshold of {0} is on the scale from 1 to 5: {1}")
    @CsvSource({"0.99, false", "1, true", "2.5, true", "5, true", "5.01, false", "null, true"})
    void thresholds(String threshold, boolean onScale) {
        Portal portal =
                (Portal) entry(EntryType.PORTAL, "{'name': 'P', 'serviceRecoveryThreshold': " + threshold + "}");
        Record group = entry(EntryType.GROUP, "{'name': 'G', 'threshold': " + threshold + "}");
        assertThat(Thresholds.offScale(portal, portal).isEmpty()).isEqualTo(onScale);
        assertThat(Thresholds.offScale(group, portal).isEmpty()).isEqualTo(onScale);
    }

    private static Record entry(EntryType type, String json) {
        return EntryRules.read(type, json.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
                .readable()
                .orElseThrow();
    }
}
