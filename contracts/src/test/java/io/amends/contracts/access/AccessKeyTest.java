package io.amends.contracts.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.EventTypes;
import io.amends.contracts.Golden;
import io.amends.contracts.Json;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** H2: what a key opens, and until when. */
class AccessKeyTest {
    private static final Instant END = Instant.parse("2027-11-20T00:00:00Z");

    @Test
    @DisplayName("H2: a scope that a later version added is left out, so that the key's end is heard all the same")
    void laterScopes() throws Exception {
        ObjectNode later = (ObjectNode) Golden.of(EventTypes.KEY);
        later.withArray("scopes").add("webhooks:write");
        later.put("revoked", true);

        AccessKey read = Json.read(Json.write(later), AccessKey.class);

        assertThat(read.scopes()).containsExactlyInAnyOrder(Scope.SURVEYS_WRITE, Scope.SURVEYS_READ);
        assertThat(read.revoked()).isTrue();
    }

    @Test
    @DisplayName("H2: a key is good until its end, and not at it")
    void until() throws Exception {
        AccessKey key = Json.read(Golden.bytes(EventTypes.KEY), AccessKey.class);

        assertThat(key.goodAt(END.minusNanos(1))).isTrue();
        assertThat(key.goodAt(END)).isFalse();
        assertThat(key.until(END.minusSeconds(1)).expiresAt()).isEqualTo(END.minusSeconds(1));
        assertThat(key.until(END.plusSeconds(1)).expiresAt()).isEqualTo(END);
    }

    @Test
    @DisplayName("H2: every word names its scope, and nothing else names one")
    void words() {
        for (Scope scope : Scope.values()) {
            assertThat(Scope.of(scope.word())).contains(scope);
        }
        assertThat(Scope.of("SURVEYS_WRITE")).isEmpty();
        assertThat(Scope.of("surveys:*")).isEmpty();
    }
}
