package io.amends.rules.versions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.util.RawValue;
import io.amends.contracts.EventTypes;
import io.amends.contracts.RuleSetPublished;
import io.amends.contracts.Topics;
import io.amends.kit.access.Signature;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.id.Ids;
import io.amends.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Drafts and versions in PostgreSQL. A version and its event are written in one transaction. */
@ApplicationScoped
public class RuleSetStore {
    private static final String NO_RULES = "{\"rules\":[]}";

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final Clock clock;

    RuleSetStore(Jdbi jdbi, Outbox outbox, Clock clock) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The draft; where nobody edits, what is published. */
    Draft draft(String cpc) {
        return jdbi.inTransaction(tx -> draft(tx, cpc));
    }

    private Draft draft(Handle tx, String cpc) {
        return tx.createQuery("SELECT rule_set, revision, key FROM rule_draft WHERE portal = :portal")
                .bind("portal", cpc)
                .map((row, context) -> new Draft(row.getString(1), Draft.edited(row.getLong(2)), row.getString(3)))
                .findOne()
                .orElseGet(() -> untouched(tx, cpc));
    }

    private Draft untouched(Handle tx, String cpc) {
        long newest = newest(tx, cpc);
        return new Draft(
                newest == 0 ? NO_RULES : ruleSet(tx, cpc, newest).orElseThrow(), Draft.untouched(newest), null);
    }

    /** The draft by its name; where nobody edits, the version that is published. */
    public NamedRules draftByName(String cpc) {
        return jdbi.inTransaction(tx -> {
            Draft draft = draft(tx, cpc);
            long newest = newest(tx, cpc);
            return draft.edited()
                    ? new NamedRules("draft", draft.ruleSet(), draft.tag())
                    : NamedRules.version(newest, draft.ruleSet());
        });
    }

    /** What is published; version 0, without rules, before the first. */
    public NamedRules publishedByName(String cpc) {
        return jdbi.inTransaction(
                tx -> NamedRules.version(newest(tx, cpc), untouched(tx, cpc).ruleSet()));
    }

    /** One version by its name. */
    public Optional<NamedRules> byName(String cpc, long version) {
        return jdbi.withHandle(sql -> ruleSet(sql, cpc, version)).map(json -> NamedRules.version(version, json));
    }

    /** Whether somebody has begun to edit since the last publish; asked without reading the rules. */
    boolean editing(String cpc) {
        return jdbi.withHandle(sql -> sql.createQuery("SELECT 1 FROM rule_draft WHERE portal = :portal")
                .bind("portal", cpc)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    /** Saves an edit of the draft with that tag; empty if it has another one by now. */
    Optional<Draft> save(String cpc, String ruleSet, Optional<String> seen, Signature by) {
        return jdbi.inTransaction(tx -> {
            lock(tx, cpc);
            if (seen.isPresent() && !seen.get().equals(draft(tx, cpc).tag())) {
                return Optional.empty();
            }
            long revision = tx.createQuery(
                            """
                            INSERT INTO rule_draft (portal, rule_set, revision, author, key, changed_at)
                            VALUES (:portal, :ruleSet, nextval('draft_revision'), :author, :key, :now)
                            ON CONFLICT (portal) DO UPDATE SET rule_set = excluded.rule_set,
                              revision = excluded.revision, author = excluded.author, key = excluded.key,
                              changed_at = excluded.changed_at
                            RETURNING revision""")
                    .bind("portal", cpc)
                    .bind("ruleSet", ruleSet)
                    .bind("author", by.name())
                    .bind("key", by.key())
                    .bind("now", clock.instant())
                    .mapTo(Long.class)
                    .one();
            return Optional.of(new Draft(ruleSet, Draft.edited(revision), by.key()));
        });
    }

    /** Publishes a draft as the next version; empty if nothing has that tag any more. A draft of these rules is done. */
    OptionalLong publish(String cpc, Draft draft, Signature by, String reason) {
        OptionalLong published = jdbi.inTransaction(tx -> {
            lock(tx, cpc);
            return publish(tx, cpc, draft, by, reason);
        });
        outbox.wake();
        return published;
    }

    /**
     * What is in force after a rollback.
     *
     * @param fresh whether the rollback has published it; else the same rules had been in force already
     */
    record InForce(long version, boolean fresh) {}

    /** Publishes a version once more as the next one; empty if the newest has another tag than the one seen. */
    Optional<InForce> rollBack(String cpc, long version, Optional<String> seen, Signature by, String reason) {
        Optional<InForce> back = jdbi.inTransaction(tx -> {
            lock(tx, cpc);
            long newest = newest(tx, cpc);
            Optional<String> old = ruleSet(tx, cpc, version);
            // Asked first: the same click twice has seen the version before, and has what it asked for.
            if (old.equals(ruleSet(tx, cpc, newest))) {
                return Optional.of(new InForce(newest, false));
            }
            if (seen.filter(tag -> !tag.equals(Draft.untouched(newest))).isPresent()) {
                return Optional.empty();
            }
            Draft again = new Draft(old.orElseThrow(), Draft.untouched(version), null);
            return Optional.of(new InForce(publish(tx, cpc, again, by, reason).orElseThrow(), true));
        });
        outbox.wake();
        return back;
    }

    private OptionalLong publish(Handle tx, String cpc, Draft draft, Signature by, String reason) {
        long version = newest(tx, cpc) + 1;
        Instant now = clock.instant();
        // Copied by the database, which has packed it already.
        int copied = tx.createUpdate(
                        """
                            INSERT INTO rule_version (portal, version, rule_set, author, key, published_at, reason, draft)
                            SELECT :portal, :version, rule_set, :author, :key, :now, :reason, :tag
                            FROM (SELECT portal, rule_set, 'd' || revision AS tag FROM rule_draft
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
            return OptionalLong.empty();
        }
        tx.createUpdate(
                        """
                            DELETE FROM rule_draft d USING rule_version v
                            WHERE v.portal = :portal AND v.version = :version
                              AND d.portal = v.portal AND d.rule_set = v.rule_set""")
                .bind("portal", cpc)
                .bind("version", version)
                .execute();
        outbox.add(
                tx,
                List.of(OutboundEvent.of(
                        Topics.RULES,
                        cpc + "/" + version,
                        Ids.v5("ruleset", cpc, Long.toString(version)).toString(),
                        EventTypes.RULESET_PUBLISHED,
                        new RuleSetPublished(
                                cpc, version, asWritten(draft.ruleSet()), by.name(), by.key(), now, reason))));
        return OptionalLong.of(version);
    }

    Optional<Version> about(String cpc, long version) {
        return versions(cpc).stream().filter(v -> v.version() == version).findFirst();
    }

    /** All versions, newest first. */
    List<Version> versions(String cpc) {
        return jdbi.withHandle(sql -> sql.createQuery(
                        """
                        SELECT version, author, key, published_at, reason, draft FROM rule_version
                        WHERE portal = :portal ORDER BY version DESC""")
                .bind("portal", cpc)
                .map((row, context) -> new Version(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant(),
                        row.getString(5),
                        row.getString(6)))
                .list());
    }

    private static Optional<String> ruleSet(Handle sql, String cpc, long version) {
        return sql.createQuery("SELECT rule_set FROM rule_version WHERE portal = :portal AND version = :version")
                .bind("portal", cpc)
                .bind("version", version)
                .mapTo(String.class)
                .findOne();
    }

    private static long newest(Handle sql, String cpc) {
        return sql.createQuery("SELECT coalesce(max(version), 0) FROM rule_version WHERE portal = :portal")
                .bind("portal", cpc)
                .mapTo(Long.class)
                .one();
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
