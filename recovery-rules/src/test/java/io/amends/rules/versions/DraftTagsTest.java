package io.amends.rules.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.contracts.api.RuleSetVersion;
import io.amends.kit.access.Signature;
import io.amends.local.testing.Brokers;
import io.amends.rules.testing.Waiting;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.hibernate.Hibernate;
import org.hibernate.Session;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "recovery_rules"),
        restrictToAnnotatedClass = false)
class DraftTagsTest {
    private static final String ONE = "{\"rules\":[ ]}";
    private static final String OTHER = "{\"rules\":[  ]}";
    private static final Optional<String> UNSEEN = Optional.empty();
    private static final Signature ADA = new Signature("ada", "crm", null);

    @Inject
    RuleSetStore store;

    @Inject
    RuleDrafts drafts;

    @Inject
    RuleVersions versions;

    @Inject
    EntityManager entities;

    @Inject
    Jdbi jdbi;

    private final String cpc = "t" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    @DisplayName("B7: no tag comes a second time: not of the same rules, not after a publish, not after going back")
    void onlyOnce() {
        List<String> tags = new ArrayList<>();
        tags.add(saved(ONE).tag());
        tags.add(saved(ONE).tag());
        assertThat(store.publish(cpc, store.draft(cpc), ADA, "why")).hasValue(1);
        assertThat(store.draft(cpc)).isEqualTo(new TaggedRules(ONE, "v1", null));
        tags.add(saved(OTHER).tag());
        assertThat(store.publish(cpc, store.draft(cpc), ADA, "why")).hasValue(2);
        // A draft of the very rules that a rollback brings back is done with it.
        tags.add(saved(ONE).tag());
        assertThat(store.rollBack(cpc, 1, UNSEEN, ADA, "why")).contains(new RuleSetStore.InForce(3, true));
        assertThat(store.editing(cpc)).isFalse();
        tags.add(saved(OTHER).tag());

        assertThat(tags).doesNotHaveDuplicates();
        assertThat(store.versions(cpc).stream().map(RuleSetVersion::draft))
                .containsExactly("v1", tags.get(2), tags.get(1));
        for (String old : tags.subList(0, 4)) {
            assertThat(store.save(cpc, ONE, Optional.of(old), ADA)).isEmpty();
            assertThat(store.publish(cpc, new TaggedRules(ONE, old, null), ADA, "why"))
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("B7: a draft of other rules outlives a rollback, under its tag")
    void outlives() {
        saved(ONE);
        store.publish(cpc, store.draft(cpc), ADA, "why");
        saved(OTHER);
        store.publish(cpc, store.draft(cpc), ADA, "why");
        TaggedRules draft = saved("{\"rules\":[   ]}");

        assertThat(store.rollBack(cpc, 1, UNSEEN, ADA, "why")).contains(new RuleSetStore.InForce(3, true));

        assertThat(store.draft(cpc)).isEqualTo(draft);
    }

    @Test
    @DisplayName("B7: an edit that does not wait for the others is noticed by the revision, and wins")
    void unannounced() {
        saved(ONE);
        CompletableFuture<Optional<TaggedRules>> saving = jdbi.inTransaction(tx -> {
            tx.execute("UPDATE rule_draft SET rule_set = ?, revision = revision + 1 WHERE portal = ?", OTHER, cpc);
            var late = CompletableFuture.supplyAsync(() -> store.save(cpc, ONE, UNSEEN, ADA));
            Waiting.until(tx);
            return late;
        });

        assertThat(saving.join()).isEmpty();
        assertThat(store.draft(cpc).ruleSet()).isEqualTo(OTHER);
    }

    @Test
    @DisplayName("B7: of many who publish or begin to edit at once, each gets a number of their own")
    void atOnce() {
        saved(ONE);
        store.publish(cpc, store.draft(cpc), ADA, "why");
        saved(OTHER);
        store.publish(cpc, store.draft(cpc), ADA, "why");

        var back = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> i % 2 == 0
                        ? store.rollBack(cpc, 1 + i / 2 % 2, UNSEEN, ADA, "why").map(done -> "v" + done.version())
                        : store.save(cpc, ONE, UNSEEN, ADA).map(TaggedRules::tag)))
                .toList();

        assertThat(back.stream().map(CompletableFuture::join)).allMatch(Optional::isPresent);
        List<Long> numbers =
                store.versions(cpc).stream().map(RuleSetVersion::version).toList();
        assertThat(numbers).startsWith((long) numbers.size());
    }

    @Test
    @DisplayName("B7: what is told without rules is read without them")
    void lazily() {
        saved(ONE);
        store.publish(cpc, store.draft(cpc), ADA, "why");
        saved(OTHER);

        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(versions.about(cpc)).hasSize(1);
            assertThat(versions.about(cpc, 1)).isPresent();
            assertThat(drafts.editing(cpc)).isTrue();
            assertThat(drafts.edited(cpc)).isPresent();
            assertThat(entities.unwrap(Session.class).getStatistics().getEntityCount())
                    .isZero();
            RuleDraft draft = drafts.findById(cpc);
            assertThat(Hibernate.isPropertyInitialized(draft, "ruleSet")).isFalse();
        });
    }

    @Test
    @DisplayName("B7: no entity changes a published version")
    void immutable() {
        saved(ONE);
        store.publish(cpc, store.draft(cpc), ADA, "why");

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> versions.update("reason = 'other' where portal = ?1", cpc)))
                .hasStackTraceContaining("immutable");
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    versions.delete(versions.one(cpc, 1).orElseThrow());
                    versions.flush();
                }))
                .hasStackTraceContaining("never changes");
        assertThat(store.about(cpc, 1)).map(RuleSetVersion::reason).contains("why");
    }

    private TaggedRules saved(String rules) {
        return store.save(cpc, rules, UNSEEN, ADA).orElseThrow();
    }
}
