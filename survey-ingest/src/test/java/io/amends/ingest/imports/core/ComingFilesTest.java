package io.amends.ingest.imports.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How many files come in at the same time (A1). */
class ComingFilesTest {
    private final ComingFiles coming = new ComingFiles();

    private long begun(int tries, String portal, String caller) {
        return IntStream.range(0, tries)
                .filter(i -> coming.begin(portal, caller))
                .count();
    }

    @Test
    @DisplayName("A1: however many files a caller or a portal leaves hanging, others send theirs")
    void others() {
        assertThat(begun(10, "acme", "mallory")).isEqualTo(2);
        assertThat(begun(10, "other", "mallory")).isZero();
        assertThat(begun(10, "acme", "alex")).isEqualTo(2);
        assertThat(begun(10, "acme", "kim")).as("of the portal").isZero();
        assertThat(begun(1, "other", "kim")).isEqualTo(1);
    }

    @Test
    @DisplayName("A1: one that has ended makes room for one more; all together are bounded")
    void together() {
        assertThat(begun(3, "acme", "alex")).isEqualTo(2);
        coming.end("acme", "alex");
        assertThat(begun(3, "acme", "alex")).isEqualTo(1);

        long all = IntStream.range(0, 20)
                .mapToLong(i -> begun(2, "p" + i, "c" + i))
                .sum();
        assertThat(all + 2).isEqualTo(16);
    }
}
