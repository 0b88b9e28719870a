package io.amends.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.contracts.AuditAction;
import io.amends.contracts.AuditRecorded;
import io.amends.contracts.Golden;
import io.amends.contracts.Json;
import io.amends.kit.access.Signature;
import io.amends.kit.outbox.Outbox;
import io.amends.kit.testing.SetClock;
import io.amends.kit.testing.Workbench;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An entry of the audit log is there if and only if the change is (H4). */
class AuditTrailTest {
    private static final Signature ROBIN = new Signature("user:robin", "dashboard", "192.0.2.7");

    private final AuditTrail trail = new AuditTrail(new Outbox(), new SetClock());
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
    @DisplayName("H4: an entry says who, what, when, from where, what was and what is, under the portal's key")
    void written() throws Exception {
        AuditChange change = AuditChange.of("acme", AuditAction.ENTRY_CHANGED, "group/NET")
                .was(Map.of("threshold", 2))
                .now(Map.of("threshold", 3))
                .because("Too many");
        bench.jdbi.useTransaction(tx -> trail.add(tx, ROBIN, change));

        assertThat(keys()).containsExactly("acme");
        byte[] data = bench.jdbi.withHandle(h ->
                h.createQuery("SELECT data FROM outbox").mapTo(byte[].class).one());
        AuditRecorded entry = Json.read(data, AuditRecorded.class);
        assertThat(entry.who()).isEqualTo("robin");
        assertThat(entry.key()).isEqualTo("dashboard");
        assertThat(entry.address()).isEqualTo("192.0.2.7");
        assertThat(entry.at()).isEqualTo("2026-11-20T08:00:00Z");
        assertThat(entry.before()).isEqualTo(Json.MAPPER.readTree("{\"threshold\":2}"));
        assertThat(entry.after()).isEqualTo(Json.MAPPER.readTree("{\"threshold\":3}"));
        assertThat(entry.reason()).isEqualTo("Too many");
        assertThat(entry.count()).isEqualTo(1);
        assertThat(Json.MAPPER.readTree(data).fieldNames()).toIterable().containsExactlyElementsOf(() -> Golden.of(
                        "amends.audit.recorded")
                .fieldNames());
    }

    @Test
    @DisplayName("H4: a change that is rolled back leaves no entry, and one that changes nothing makes none")
    void nothing() {
        AuditChange change = AuditChange.of("acme", AuditAction.ENTRY_DELETED, "group/NET");
        assertThatThrownBy(() -> bench.jdbi.useTransaction(tx -> {
                    trail.add(tx, ROBIN, change);
                    throw new IllegalStateException("the change fails");
                }))
                .hasMessage("the change fails");
        bench.jdbi.useTransaction(
                tx -> trail.add(tx, ROBIN, change.was(Map.of()).now(Map.of())));

        assertThat(keys()).isEmpty();
    }

    private List<String> keys() {
        return bench.jdbi.withHandle(
                h -> h.createQuery("SELECT key FROM outbox").mapTo(String.class).list());
    }
}
