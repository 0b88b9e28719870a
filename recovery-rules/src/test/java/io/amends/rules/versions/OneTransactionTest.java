package io.amends.rules.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.kit.access.Signature;
import io.amends.kit.audit.AuditTrail;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.outbox.Outbox;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.HeldOutbox;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Draft, version, lock and event of a publish: by entities and by SQL, in one transaction. */
@QuarkusTest
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "recovery_rules"),
        restrictToAnnotatedClass = false)
class OneTransactionTest {
    private static final String RULES = "{\"rules\":[]}";
    private static final Signature ADA = new Signature("ada", "crm", null);

    @Inject
    RuleDrafts drafts;

    @Inject
    RuleVersions versions;

    @Inject
    EntityManager entities;

    @Inject
    Jdbi jdbi;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    private final String cpc = "x" + UUID.randomUUID().toString().substring(0, 8);
    private final List<Integer> backends = new ArrayList<>();
    private final List<String> seenByOthers = new ArrayList<>();
    private boolean refusing;
    private RuleSetStore store;

    @BeforeEach
    void draft() {
        jdbi.useHandle(sql -> sql.execute(HeldOutbox.of(cpc)));
        store = new RuleSetStore(
                drafts,
                versions,
                jdbi,
                new Outbox() {
                    @Override
                    public void add(Handle tx, Collection<OutboundEvent> events) {
                        super.add(tx, events);
                        backends.add(tx.createQuery("SELECT pg_backend_pid()")
                                .mapTo(Integer.class)
                                .one());
                        backends.add((Integer) entities.createNativeQuery("SELECT pg_backend_pid()", Integer.class)
                                .getSingleResult());
                        backends.addAll(lockedBy());
                        seenByOthers.add(seenByOthers());
                        if (refusing) {
                            throw new IllegalStateException("refused");
                        }
                    }

                    @Override
                    public void wake() {
                        seenByOthers.add(seenByOthers());
                        super.wake();
                    }
                },
                trail,
                clock);
        assertThat(store.save(cpc, RULES, Optional.empty(), ADA)).isPresent();
    }

    @Test
    @DisplayName("B7: draft, version, event and lock are of one session, and the relay is woken after the commit")
    void together() {
        store.publish(cpc, store.draft(cpc), ADA, "why");

        assertThat(backends).hasSize(3);
        assertThat(backends.stream().distinct()).hasSize(1);
        assertThat(seenByOthers)
                .containsExactly("draft true, versions 0, events 0", "draft false, versions 1, events 1");
        assertThat(lockedBy()).isEmpty();
    }

    @Test
    @DisplayName("B7: where the event is refused nothing of the publish is left, and nobody is woken")
    void refused() {
        refusing = true;
        TaggedRules before = store.draft(cpc);

        assertThatThrownBy(() -> store.publish(cpc, before, ADA, "why")).hasMessage("refused");

        assertThat(seenByOthers).hasSize(1);
        assertThat(seenByOthers()).isEqualTo("draft true, versions 0, events 0");
        assertThat(store.draft(cpc)).isEqualTo(before);
        assertThat(lockedBy()).isEmpty();
    }

    /** Asked by a thread of its own, which has no part in the transaction. */
    private String seenByOthers() {
        return CompletableFuture.supplyAsync(() -> jdbi.withHandle(sql -> sql.createQuery(
                                """
                                SELECT 'draft ' || EXISTS (SELECT FROM rule_draft WHERE portal = :portal AND rule_set IS NOT NULL)
                                  || ', versions ' || (SELECT count(*) FROM rule_version WHERE portal = :portal)
                                  || ', events ' || (SELECT count(*) FROM outbox WHERE key = :portal || '/1')""")
                        .bind("portal", cpc)
                        .mapTo(String.class)
                        .one()))
                .join();
    }

    private List<Integer> lockedBy() {
        return CompletableFuture.supplyAsync(() -> jdbi.withHandle(sql -> sql.createQuery(
                                """
                                SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted
                                  AND ((classid::bigint << 32) | objid::bigint) = hashtextextended('rules ' || :portal, 0)""")
                        .bind("portal", cpc)
                        .mapTo(Integer.class)
                        .list()))
                .join();
    }
}
