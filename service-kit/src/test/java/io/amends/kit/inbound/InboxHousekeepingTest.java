package io.amends.kit.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Topics;
import io.amends.kit.testing.SetClock;
import io.amends.kit.testing.Workbench;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Architecture's promise "exactly-once effect", for as long as Kafka can repeat a record. */
class InboxHousekeepingTest {
    private final SetClock clock = new SetClock();

    @Test
    @DisplayName("what Kafka can still repeat is known, and what it cannot is forgotten, in as many steps as it takes")
    void forgets() throws Exception {
        try (Workbench bench = new Workbench()) {
            Instant kept = clock.instant().minus(InboxHousekeeping.KEPT);
            had(bench.jdbi, "old", 25, kept.minusSeconds(1));
            had(bench.jdbi, "kept", 3, kept.plusSeconds(1));

            new InboxHousekeeping(bench.jdbi, bench.migrations, clock, 10).forget();

            assertThat(bench.jdbi.<List<String>, RuntimeException>withHandle(
                            sql -> sql.select("SELECT DISTINCT source FROM inbox")
                                    .mapTo(String.class)
                                    .list()))
                    .containsExactly("kept");
        }
    }

    @Test
    @DisplayName("deliveries are kept longer than any topic keeps its records")
    void longerThanTheTopics() {
        assertThat(Topics.ALL)
                .allSatisfy(topic -> assertThat(InboxHousekeeping.KEPT.toDays()).isGreaterThan(topic.retentionDays()));
    }

    private static void had(Jdbi jdbi, String source, int count, Instant at) {
        jdbi.useHandle(sql -> sql.createUpdate(
                        """
                        INSERT INTO inbox (consumer, source, id, received_at)
                        SELECT 'effects', :source, i::text, :at FROM generate_series(1, :count) i""")
                .bind("source", source)
                .bind("at", at.truncatedTo(ChronoUnit.MICROS))
                .bind("count", count)
                .execute());
    }
}
