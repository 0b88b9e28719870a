package io.amends.alerting.loop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.amends.contracts.Topics;
import io.amends.kit.event.CloudEvents;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.WholeTopic;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** What the database has of a portal's digests and deliveries, and what was told of them. */
@Singleton
class DeliveryRows {
    private final Jdbi jdbi;

    DeliveryRows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    boolean allSent(String cpc, int expected) {
        return one("SELECT count(*) FROM delivery WHERE portal = ? AND state = 'SENT'", cpc) == expected;
    }

    long sending(String cpc) {
        return one("SELECT count(*) FROM delivery WHERE portal = ? AND state = 'SENDING'", cpc);
    }

    long digests(String cpc) {
        return one("SELECT count(*) FROM digest WHERE portal = ?", cpc);
    }

    long attempts(String cpc) {
        return one(
                "SELECT count(*) FROM delivery_attempt a JOIN delivery d ON d.id = a.delivery_id WHERE d.portal = ?",
                cpc);
    }

    /** How each attempt came out, in their order. */
    List<String> outcomes(String cpc) {
        return jdbi.withHandle(handle -> handle.select(
                        "SELECT outcome FROM delivery_attempt a JOIN delivery d ON d.id = a.delivery_id WHERE d.portal"
                                + " = ? ORDER BY a.attempt",
                        cpc)
                .mapTo(String.class)
                .list());
    }

    /** The ends of the periods that were built, in the order in which they were. */
    List<Instant> periods(String cpc) {
        return jdbi.withHandle(handle -> handle.select(
                        "SELECT period_to FROM period WHERE portal = ? ORDER BY built_at, period_to", cpc)
                .mapTo(Instant.class)
                .list());
    }

    long one(String sql, String cpc) {
        return jdbi.withHandle(
                handle -> handle.select(sql, cpc).mapTo(Long.class).one());
    }

    /** Changes rows of a portal, as a crash might leave them. */
    void change(String sql, String cpc) {
        jdbi.useHandle(handle -> handle.execute(sql, cpc));
    }

    /** Waits until these events, and no others, were told of a portal's deliveries. */
    void assertTold(String cpc, String... types) {
        Set<String> digests =
                jdbi.withHandle(handle -> handle.select("SELECT digest_id FROM delivery WHERE portal = ?", cpc)
                        .mapTo(String.class)
                        .set());
        await().atMost(Scene.SOON)
                .untilAsserted(() -> assertThat(WholeTopic.read(Brokers.shared().bootstrap(), Topics.DELIVERIES))
                        .filteredOn(record -> digests.contains(new String(record.key(), UTF_8)))
                        .extracting(record -> CloudEvents.text(record.headers(), "ce_type"))
                        .containsExactly(types));
    }
}
