package io.amends.kit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.kit.id.Sha256;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** H2: keys are known by their hash only. */
class ApiKeysTest {

    @Test
    void aKeyIsFoundByItsHashWithItsPortals() {
        ApiKeys keys = new ApiKeys("crm:" + Sha256.hex("secret-1") + ":acme|globex, ops:" + Sha256.hex("secret-2"));
        assertThat(keys.holder("secret-1")).isEqualTo(new ApiKeys.Holder("crm", Set.of("acme", "globex")));
        assertThat(keys.holder("secret-2")).isEqualTo(new ApiKeys.Holder("ops", null));
        assertThat(keys.holder("secret-3")).isNull();
        assertThat(keys.holder(Sha256.hex("secret-1"))).isNull();
    }

    @Test
    void withoutKeysNothingIsOpenedByOne() {
        assertThat(new ApiKeys(" ").none()).isTrue();
        assertThat(new ApiKeys("").holder("")).isNull();
    }

    @Test
    void aPlainKeyInTheConfigurationIsRefused() {
        assertThatThrownBy(() -> new ApiKeys("crm:secret-1")).hasMessageContaining("sha256hex");
    }

    @Test
    void aCallerSeesTheirPortalsOnly() {
        Caller caller = new Caller();
        assertThat(caller.may("acme")).isFalse();
        caller.is("crm", Set.of("acme"));
        assertThat(caller.may("acme")).isTrue();
        assertThatThrownBy(() -> caller.require("globex")).hasMessageContaining("There is no portal");
    }

    @Test
    void whoActsForSomebodySignsWithTheirKeyToo() {
        Caller caller = new Caller();
        caller.isKey("dashboard", null);
        assertThat(caller.signature()).isEqualTo(new Signature("dashboard", "dashboard", null));
        caller.actsFor("user:robin");
        assertThat(caller.signature()).isEqualTo(new Signature("user:robin", "dashboard", null));
    }
}
