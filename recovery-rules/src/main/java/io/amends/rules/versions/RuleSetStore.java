package io.amends.rules.versions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.util.RawValue;
import io.amends.contracts.AuditAction;
import io.amends.contracts.EventTypes;
import io.amends.contracts.RuleSetPublished;
import io.amends.contracts.Topics;
import io.amends.contracts.api.RuleSetVersion;
import io.amends.contracts.api.RulesTag;
import io.amends.kit.access.Signature;
import io.amends.kit.audit.AuditChange;
import io.amends.kit.audit.AuditTrail;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.id.Ids;
import io.amends.kit.outbox.Outbox;
import io.amends.language.RuleSet;
import io.amends.rules.matching.RuleBook;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Drafts and versions in PostgreSQL. A version and its event are written in one transaction. */
@ApplicationScoped
public class RuleSetStore implements EarlierRules {
    private static final String NO_RULES = "{\"rules\":[]}";
    private static final TaggedRules UNTOUCHED = new TaggedRules(NO_RULES, RulesTag.version(0), null);

    private final RuleDrafts drafts;
    private final RuleVersions versions;
    private final Jdbi jdbi;
    private final Outbox outbox;
    private final AuditTrail trail;
    private final Clock clock;

    RuleSetStore(RuleDrafts drafts, RuleVersions versions, Jdbi jdbi, Outbox outbox, AuditTrail trail, Clock clock) {
        this.drafts = drafts;
        this.versions = versions;
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.trail = trail;
        this.clock = clock;
    }

    /** The draft; where nobody edits, what is published. */
    @Transactional
    TaggedRules draft(String cpc) {
        return drafts.edited(cpc)
                .orElseGet(() -> versions.newest(cpc).map(RuleVersion::asDraft).orElse(UNTOUCHED));
    }

    /** The draft by its name; where nobody edits, the version that is published. */
    @Transactional
    public NamedRules draftByName(String cpc) {
        return drafts.edited(cpc)
                .map(draft -> new NamedRules("draft", draft.ruleSet(), draft.tag()))
                .orElseGet(() -> published(cpc));
    }

    /** What is published; version 0, without rules, before the first. */
    @Transactional
    public NamedRules publishedByName(String cpc) {
        return published(cpc);
    }

    private NamedRules published(String cpc) {
        return versions.newest(cpc).map(RuleVersion::named).orElseGet(() -> NamedRules.version(0, NO_RULES));
    }

    /** One version by its name. */
    @Transactional
    public Optional<NamedRules> byName(String cpc, long version) {
        return versions.one(cpc, version).map(RuleVersion::named);
    }

    @Override
    @Transactional
    public Optional<RuleBook> readableBetween(String cpc, long low, long high) {
        Optional<RuleVersion> earlier = versions.between(cpc, low, high);
        while (earlier.isPresent()) {
            long number = earlier.get().version();
            Optional<RuleSet> rules = earlier.get().named().readable();
            if (rules.isPresent()) {
                return rules.map(set -> RuleBook.of(number, set));
            }
            earlier = versions.between(cpc, low, number);
        }
        return Optional.empty();
    }

    /** Whether somebody has begun to edit since the last publish; asked without reading the rules. */
    @Transactional
    boolean editing(String cpc) {
        return drafts.editing(cpc);
    }

    @Transactional
    Optional<RuleSetVersion> about(String cpc, long version) {
        return versions.about(cpc, version);
    }

    /** All versions, newest first. */
    @Transactional
    List<RuleSetVersion> versions(String cpc) {
        return versions.about(cpc);
    }

    /** Saves an edit of the draft with that tag; empty if it has another one by now. */
    Optional<TaggedRules> save(String cpc, String ruleSet, Optional<String> seen, Signature by) {
        Optional<RuleDraft> saved = alone(cpc, tx -> {
            Instant now = clock.instant();
            RuleDraft draft = drafts.findByIdOptional(cpc).orElseGet(() -> new RuleDraft(cpc, now));
            String before = tag(cpc, draft);
            if (seen.filter(tag -> !tag.equals(before)).isPresent()) {
                return Optional.empty();
            }
            draft.edit(ruleSet, by, now);
            drafts.persist(draft);
            drafts.flush(); // gives the draft its new revision
            trail.add(
                    tx,
                    by,
                    AuditChange.of(cpc, AuditAction.RULES_DRAFT_SAVED, "rules/draft")
                            .was(Map.of("tag", before))
                            .now(Map.of("tag", RulesTag.draft(draft.revision()))));
            return Optional.of(draft);
        });
        return saved.map(draft -> new TaggedRules(ruleSet, draft.revision(), by.key()));
    }

    private String tag(String cpc, RuleDraft draft) {
        return draft.edited() ? RulesTag.draft(draft.revision()) : RulesTag.version(versions.newestNumber(cpc));
    }

    /** Publishes a draft as the next version; empty if nothing has that tag any more. A draft of these rules is done. */
    OptionalLong publish(String cpc, TaggedRules draft, Signature by, String reason) {
        Optional<Long> published = alone(cpc, tx -> publish(tx, cpc, draft, by, reason, AuditAction.RULES_PUBLISHED));
        outbox.wake();
        return published.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    /**
     * What is in force after a rollback.
     *
     * @param fresh whether the rollback has published it; else the same rules had been in force already
     */
    record InForce(long version, boolean fresh) {}

    /** Publishes a version once more as the next one; empty if the newest has another tag than the one seen. */
    Optional<InForce> rollBack(String cpc, long version, Optional<String> seen, Signature by, String reason) {
        Optional<InForce> back = alone(cpc, tx -> {
            RuleVersion newest = versions.newest(cpc).orElseThrow();
            RuleVersion old = versions.one(cpc, version).orElseThrow();
            // Asked first: the same click twice has seen the version before, and has what it asked for.
            if (old.sameRules(newest)) {
                return Optional.of(new InForce(newest.version(), false));
            }
            if (seen.filter(tag -> !tag.equals(RulesTag.version(newest.version())))
                    .isPresent()) {
                return Optional.empty();
            }
            return publish(tx, cpc, old.asDraft(), by, reason, AuditAction.RULES_ROLLED_BACK)
                    .map(again -> new InForce(again, true));
        });
        outbox.wake();
        return back;
    }

    /**
     * Changes a portal's rules in one transaction, one author at a time. Empty, with nothing done, if somebody changes them who
     * has not waited for the others: the draft's revision tells.
     */
    private <T> Optional<T> alone(String cpc, Function<Handle, Optional<T>> change) {
        try {
            return QuarkusTransaction.requiringNew()
                    .call(() -> jdbi.withHandle(tx -> {
                        lock(tx, cpc);
                        Optional<T> changed = change.apply(tx);
                        drafts.flush();
                        return changed;
                    }));
        } catch (OptimisticLockException e) {
            return Optional.empty();
        }
    }

    private Optional<Long> publish(
            Handle tx, String cpc, TaggedRules draft, Signature by, String reason, AuditAction what) {
        long before = versions.newestNumber(cpc);
        long version = before + 1;
        Instant now = clock.instant();
        // Copied by the database, which has packed it already.
        int copied = tx.createUpdate(
                        """
                            INSERT INTO rule_version (portal, version, rule_set, author, key, published_at, reason, draft)
                            SELECT :portal, :version, rule_set, :author, :key, :now, :reason, :tag
                            FROM (SELECT portal, rule_set, 'd' || revision AS tag FROM rule_draft WHERE rule_set IS NOT NULL
                                  UNION ALL SELECT portal, rule_set, 'v' || version FROM rule_version) tagged
                            WHERE portal = :portal AND tag = :tag""")
                .bind("portal", cpc)
                .bind("version", version)
                .bind("author", by.name())
                .bind("key", by.key())
                .bind("now", now)
                .bind("reason", reason)
                .bind("tag", draft.tag())
                .execute();
        if (copied == 0) {
            return Optional.empty();
        }
        drafts.equalTo(cpc, version).ifPresent(done -> done.end(now));
        outbox.add(
                tx,
                List.of(OutboundEvent.of(
                        Topics.RULES,
                        cpc + "/" + version,
                        Ids.v5("ruleset", cpc, Long.toString(version)).toString(),
                        EventTypes.RULESET_PUBLISHED,
                        new RuleSetPublished(
                                cpc, version, asWritten(draft.ruleSet()), by.name(), by.key(), now, reason))));
        trail.add(
                tx,
                by,
                AuditChange.of(cpc, what, "rules/" + version)
                        .was(Map.of("version", before))
                        .now(Map.of("version", version, "tag", draft.tag()))
                        .because(reason));
        return Optional.of(version);
    }

    /** One author at a time per portal, until the transaction ends; there may be no row to lock yet. */
    private static void lock(Handle tx, String cpc) {
        tx.createQuery("SELECT pg_advisory_xact_lock(hashtextextended('rules ' || :portal, 0))")
                .bind("portal", cpc)
                .mapTo(String.class)
                .findOne();
    }

    /** Goes out as its author wrote it, without being read and written once more. */
    static JsonNode asWritten(String ruleSet) {
        return JsonNodeFactory.instance.rawValueNode(new RawValue(ruleSet));
    }
}
