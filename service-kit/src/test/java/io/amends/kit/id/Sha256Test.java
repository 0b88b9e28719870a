package io.amends.kit.id;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class Sha256Test {

    @Test
    @DisplayName("a hash is the standard's, in lower-case hex, and of a text that of its UTF-8")
    void known() {
        // The first two are the examples of FIPS 180-4.
        assertThat(Sha256.hex("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Sha256.hex(new byte[0]))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(Sha256.hex("Zürich ☂"))
                .isEqualTo("eff017ad4a16b17271ffbed5de39ee9aedff06743b26d466f7b8099d26d08cb2");
    }
}
