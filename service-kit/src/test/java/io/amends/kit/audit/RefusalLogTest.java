package io.amends.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.AuditAction;
import io.amends.contracts.Json;
import io.amends.kit.access.Signature;
import io.amends.kit.audit.RefusalCounts.RefusalTally;
import io.amends.kit.audit.RefusalCounts.RefusedAction;
import io.amends.kit.outbox.Outbox;
import io.amends.kit.testing.SetClock;
import io.amends.kit.testing.Workbench;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Refusals are told once a caller, action and minute, with a count (H4). */
class RefusalLogTest {
    private static final Signature CRM = new Signature("crm", "crm", "192.0.2.1");
    private static final Signature CRM_ELSEWHERE = new Signature("crm", "crm", "192.0.2.2");
    private static final String ROUTE = "POST /v1/portals/{cpc}/keys";

    private final SetClock clock = new SetClock();
    private final Outbox outbox = new Outbox();
    private Workbench bench;

    @BeforeEach
    void open() {
        bench = new Workbench();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    @DisplayName("H4: one entry a caller, action and minute, whichever instance refused, told once its minute is over")
    void counted() throws InterruptedException {
        RefusalLog one = log();
        RefusalLog other = log();
        for (int i = 0; i < 3; i++) {
            one.refused("acme", AuditAction.ACCESS_REFUSED, ROUTE, CRM);
        }
        other.refused("acme", AuditAction.ACCESS_REFUSED, ROUTE, CRM_ELSEWHERE);
        other.refused("acme", AuditAction.ACCESS_REFUSED, "DELETE /v1/portals/{cpc}", CRM);
        one.work();
        other.work();
        assertThat(told()).isEmpty();

        clock.pass(Duration.ofSeconds(61));
        one.refused("acme", AuditAction.ACCESS_REFUSED, ROUTE, CRM);
        one.work();
        assertThat(told()).isEmpty(); // an instance whose clock is behind may still write down
        clock.pass(Duration.ofSeconds(5));
        one.work();
        other.work();
        assertThat(told()).hasSize(2);
        assertThat(told()).anySatisfy(entry -> {
            assertThat(entry.get("subject").asText()).isEqualTo(ROUTE);
            assertThat(entry.get("who").asText()).isEqualTo("crm");
            assertThat(entry.get("by").asText()).isEqualTo("KEY");
            assertThat(entry.get("address").asText()).isEqualTo("192.0.2.2");
            assertThat(entry.get("count").asInt()).isEqualTo(4);
            assertThat(entry.get("at").asText()).isEqualTo("2026-11-20T08:00:00Z");
        });

        clock.pass(Duration.ofMinutes(1));
        one.work();
        assertThat(told()).hasSize(3);
    }

    @Test
    @DisplayName("H4: strangers are one caller: ever new addresses and portals make one entry an action and minute")
    void strangers() throws InterruptedException {
        RefusalLog log = log();
        for (int i = 1; i <= 3; i++) {
            Signature stranger = new Signature(Signature.NOBODY, null, "192.0.2." + i);
            log.refused("*", AuditAction.SIGN_IN_FAILED, "person/*", stranger);
            log.refused("portal-" + i, AuditAction.ACCESS_REFUSED, ROUTE, stranger);
        }
        log.work();
        clock.pass(Duration.ofSeconds(65));
        log.work();

        assertThat(told())
                .extracting(entry -> entry.get("portal").asText() + " "
                        + entry.get("subject").asText() + " "
                        + entry.get("address").asText() + " " + entry.get("count"))
                .containsExactlyInAnyOrder("* person/* 192.0.2.3 3", "* " + ROUTE + " 192.0.2.3 3");
    }

    @Test
    @DisplayName("H4: what cannot be written down now is counted on, and none is counted twice")
    void away() throws InterruptedException {
        RefusalLog log = log();
        bench.jdbi.useHandle(h -> h.execute("ALTER TABLE audit_refusal RENAME TO elsewhere"));
        log.refused("acme", AuditAction.ACCESS_REFUSED, ROUTE, CRM);
        assertThatThrownBy(log::writeDown).isInstanceOf(RuntimeException.class);
        log.refused("acme", AuditAction.ACCESS_REFUSED, ROUTE, CRM);
        bench.jdbi.useHandle(h -> h.execute("ALTER TABLE elsewhere RENAME TO audit_refusal"));
        log.work();
        clock.pass(Duration.ofSeconds(65));
        log.work();

        assertThat(told()).extracting(entry -> entry.get("count").asInt()).containsExactly(2);
    }

    @Test
    @DisplayName("H2: whoever asks for ever new things does not fill the memory, and is counted all the same")
    void bounded() {
        RefusalCounts counts = new RefusalCounts();
        int asked = RefusalCounts.MOST + 500;
        for (int i = 0; i < asked; i++) {
            Signature by = new Signature(Signature.NOBODY, null, "address " + i);
            counts.add(
                    new RefusedAction(Instant.EPOCH, "p" + i, AuditAction.ACCESS_REFUSED, ROUTE, by),
                    new RefusalTally(1, by));
        }
        var taken = counts.take();

        assertThat(taken).hasSizeLessThanOrEqualTo(RefusalCounts.MOST + 1);
        assertThat(taken.values().stream().mapToLong(RefusalTally::count).sum()).isEqualTo(asked);
        assertThat(counts.take()).isEmpty();
    }

    private RefusalLog log() {
        return new RefusalLog(bench.jdbi, outbox, bench.migrations, clock);
    }

    private List<JsonNode> told() {
        return bench.jdbi.withHandle(h -> h.createQuery("SELECT data FROM outbox ORDER BY id")
                .mapTo(byte[].class)
                .map(data -> {
                    try {
                        return Json.MAPPER.readTree(data);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .list());
    }
}
