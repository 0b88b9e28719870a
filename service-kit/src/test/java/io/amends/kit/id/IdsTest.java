package io.amends.kit.id;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdsTest {

    @Test
    void theSameThingAlwaysHasTheSameIdAndAnotherThingAnother() {
        assertThat(Ids.v5("acme", "r-1")).isEqualTo(Ids.v5("acme", "r-1"));
        assertThat(Ids.v5("acme", "r-1").version()).isEqualTo(5);
        assertThat(Ids.v5("ac", "mer-1")).isNotEqualTo(Ids.v5("acme", "r-1"));
        // Pinned: ids are stored and compared across releases.
        assertThat(Ids.v5("acme", "r-1")).hasToString("fa0869c1-eeda-5a84-a833-ef65852efcae");
    }
}
