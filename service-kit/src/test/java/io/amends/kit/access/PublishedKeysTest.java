package io.amends.kit.access;

import static io.amends.contracts.testing.KeyBuilder.key;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.contracts.EventTypes;
import io.amends.contracts.Golden;
import io.amends.contracts.Json;
import io.amends.contracts.access.AccessKey;
import io.amends.contracts.access.Scope;
import io.amends.kit.failure.PermanentFailure;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** H2: what the topic of access says of a secret. */
class PublishedKeysTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    private final PublishedKeys keys = new PublishedKeys();

    @Test
    @DisplayName("H2: a secret opens what its newest record says, until its end")
    void newest() {
        apply(key("h").build());
        assertThat(keys.good("h", NOW)).isPresent();

        apply(key("h").expiresAt(NOW.plusSeconds(1)).build());
        assertThat(keys.good("h", NOW)).isPresent();
        assertThat(keys.good("h", NOW.plusSeconds(1))).isEmpty();
    }

    @Test
    @DisplayName("H2: a secret that is revoked, or whose record is gone, opens nothing")
    void ended() {
        apply(key("h").build());
        apply(key("h").revoked().build());
        assertThat(keys.good("h", NOW)).isEmpty();

        apply(key("h").build());
        keys.apply("h".getBytes(UTF_8), null);
        assertThat(keys.good("h", NOW)).isEmpty();
        assertThat(keys.none()).isTrue();
    }

    @Test
    @DisplayName("A11: a key has its name by its id as long as one of its secrets is good")
    void name() {
        AccessKey key = key("h").expiresAt(NOW.plusSeconds(1)).build();
        apply(key);

        assertThat(keys.name(key.keyId(), NOW)).contains("CRM");
        assertThat(keys.name(key.keyId(), NOW.plusSeconds(1))).isEmpty();
        assertThat(keys.name("another", NOW)).isEmpty();
    }

    @Test
    @DisplayName("H2: a record that cannot be read ends its secret, since it may be the one that revokes it")
    void unreadable() {
        apply(key("h").build());

        assertThatThrownBy(() -> keys.apply("h".getBytes(UTF_8), "{".getBytes(UTF_8)))
                .isInstanceOf(PermanentFailure.class);
        assertThat(keys.good("h", NOW)).isEmpty();
    }

    @Test
    @DisplayName("H2: a record under the hash of another secret opens neither")
    void another() {
        byte[] value = Json.write(key("other").build());

        assertThatThrownBy(() -> keys.apply("h".getBytes(UTF_8), value)).isInstanceOf(PermanentFailure.class);
        assertThat(keys.good("h", NOW)).isEmpty();
        assertThat(keys.good("other", NOW)).isEmpty();
    }

    @Test
    @DisplayName("H2: the golden example of a key is read")
    void golden() {
        String hash = Golden.of(EventTypes.KEY).get("hash").asText();

        keys.apply(hash.getBytes(UTF_8), Golden.bytes(EventTypes.KEY));

        assertThat(keys.good(hash, NOW))
                .get()
                .extracting(AccessKey::scopes)
                .isEqualTo(Set.of(Scope.SURVEYS_WRITE, Scope.SURVEYS_READ));
    }

    private void apply(AccessKey key) {
        keys.apply(key.hash().getBytes(UTF_8), Json.write(key));
    }
}
