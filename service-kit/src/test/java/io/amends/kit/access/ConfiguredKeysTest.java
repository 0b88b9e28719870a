package io.amends.kit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.contracts.access.Scope;
import io.amends.kit.id.Sha256;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** H2: keys are known by their hash only. */
class ConfiguredKeysTest {
    private static final Set<Scope> ALL = EnumSet.allOf(Scope.class);

    @Test
    @DisplayName("H2: a configured key is found by its hash, with its portals and every scope")
    void found() {
        ConfiguredKeys keys =
                new ConfiguredKeys("crm:" + Sha256.hex("secret-1") + ":acme|globex, ops:" + Sha256.hex("secret-2"));
        assertThat(keys.holder(Sha256.hex("secret-1")))
                .isEqualTo(new KeyHolder("crm", null, ALL, Set.of("acme", "globex")));
        assertThat(keys.holder(Sha256.hex("secret-2"))).isEqualTo(new KeyHolder("ops", null, ALL, null));
        assertThat(keys.holder(Sha256.hex("secret-3"))).isNull();
        assertThat(keys.holder("secret-1")).isNull();
    }

    @Test
    @DisplayName("H2: without keys nothing is opened by one")
    void none() {
        assertThat(new ConfiguredKeys(" ").none()).isTrue();
        assertThat(new ConfiguredKeys("").holder("")).isNull();
    }

    @Test
    @DisplayName("H2: a plain key in the configuration is refused")
    void plain() {
        assertThatThrownBy(() -> new ConfiguredKeys("crm:secret-1")).hasMessageContaining("sha256hex");
    }
}
