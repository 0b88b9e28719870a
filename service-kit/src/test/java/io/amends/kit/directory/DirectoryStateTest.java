package io.amends.kit.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.Json;
import io.amends.kit.failure.PermanentFailure;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DirectoryStateTest {
    private static final Instant AT = Instant.parse("2026-11-20T08:00:00Z");
    private final DirectoryState state = new DirectoryState();

    @Test
    void entriesMayComeBeforeTheirPortal() {
        apply("acme/group/NET", "{'name':'Network','threshold':3}");
        assertThat(state.portal("acme")).isNull();
        apply("acme/portal/acme", "{'name':'Acme'}");
        assertThat(state.portal("acme").groups()).containsOnlyKeys("NET");
        assertThat(state.portal("acme").threshold("NET")).isEqualTo(new BigDecimal("3"));
        assertThat(state.portal("acme").threshold("OTHER")).isEqualTo(new BigDecimal("2"));
    }

    @Test
    void aTombstoneRemovesTheEntryOnly() {
        apply("acme/portal/acme", "{'name':'Acme'}");
        apply("acme/segment/VIP", "{'name':'Vip'}");
        state.apply("acme/segment/VIP", null, AT);
        assertThat(state.portal("acme").segments()).isEmpty();
        state.apply("acme/portal/acme", null, AT);
        assertThat(state.portal("acme")).isNull();
    }

    @Test
    void kindsOfLaterVersionsChangeNothing() {
        apply("acme/portal/acme", "{'name':'Acme','later':1}");
        apply("acme/calendar/de", "{'holidays':[]}");
        assertThat(state.all()).hasSize(1);
    }

    @Test
    void nonsenseIsSaid() {
        assertThatThrownBy(() -> apply("acme", "{}")).isInstanceOf(PermanentFailure.class);
        assertThatThrownBy(() -> apply("acme/portal/acme", "{'name':'A','timeZone':'Mars/Base'}"))
                .isInstanceOf(PermanentFailure.class);
    }

    private void apply(String key, String json) {
        try {
            JsonNode entry = Json.MAPPER.readTree(json.replace('\'', '"'));
            state.apply(key, entry, AT);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }
}
