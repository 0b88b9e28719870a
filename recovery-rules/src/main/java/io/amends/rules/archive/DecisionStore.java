package io.amends.rules.archive;

import io.amends.contracts.Json;
import io.amends.contracts.RecoveryDecided;
import io.amends.kit.rights.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Keeps decisions in PostgreSQL. */
@ApplicationScoped
public class DecisionStore {
    /** Whether the response of a decision {@code d} is seen: it is in the group of the decision in force. */
    private static final String SEEN =
            """
            (CAST(:groups AS text[]) IS NULL OR (SELECT f.support_group FROM decision f
             WHERE f.portal = d.portal AND f.response_id = d.response_id
             ORDER BY f.response_version DESC, f.decided_at DESC LIMIT 1) = ANY(CAST(:groups AS text[])))""";

    private final Jdbi jdbi;

    DecisionStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    static void keep(Handle tx, List<StoredDecision> decisions) {
        PreparedBatch batch = tx.prepareBatch(
                """
                INSERT INTO decision (portal, response_id, response_version, decision_id, rule_set_version,
                                      policy_version, time_zone, decided_at, data, matched_rules, support_group)
                VALUES (:portal, :responseId, :responseVersion, :id, :ruleSetVersion,
                        :policyVersion, :zone, :decidedAt, :data, :matchedRules, :group)
                ON CONFLICT DO NOTHING""");
        for (StoredDecision stored : decisions) {
            RecoveryDecided decision = stored.decision();
            batch.bind("portal", decision.portal())
                    .bind("responseId", decision.responseId())
                    .bind("responseVersion", decision.responseVersion())
                    .bind("id", UUID.fromString(decision.decisionId()))
                    .bind("ruleSetVersion", decision.ruleSetVersion())
                    .bind("policyVersion", decision.policyVersion())
                    .bind("zone", stored.zone().getId())
                    .bind("decidedAt", decision.decidedAt())
                    .bind("data", Json.write(decision))
                    .bind("group", decision.supportGroup())
                    .bindArray("matchedRules", String.class, decision.matchedRules())
                    .add();
        }
        batch.execute();
    }

    /** Every decision about a response, the one in force first. */
    public List<StoredDecision> of(String portal, String responseId) {
        return jdbi.withHandle(sql -> sql.createQuery(
                        """
                        SELECT data, time_zone FROM decision
                        WHERE portal = :portal AND response_id = :responseId
                        ORDER BY response_version DESC, decided_at DESC LIMIT 100""")
                .bind("portal", portal)
                .bind("responseId", responseId)
                .map((row, context) -> new StoredDecision(read(row.getBytes(1)), ZoneId.of(row.getString(2))))
                .list());
    }

    /**
     * How many responses each rule matched in decisions made since then, a response once; the most caught first.
     *
     * @param sight only responses that are in one of these groups now
     */
    Map<String, Long> caught(String portal, Instant since, Sight sight) {
        Map<String, Long> caught = new LinkedHashMap<>();
        jdbi.useHandle(sql -> sql.createQuery(
                        """
                        SELECT rule, count(DISTINCT response_id) AS responses
                        FROM decision d, unnest(matched_rules) AS rule
                        WHERE portal = :portal AND decided_at >= :since AND matched_rules <> '{}' AND\s"""
                                + SEEN + " GROUP BY rule ORDER BY responses DESC, rule")
                .bind("portal", portal)
                .bind("since", since)
                .bind("groups", sight.array())
                .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                .forEach(rule -> caught.put(rule.getKey(), rule.getValue())));
        return caught;
    }

    /** The same of certain rules, each from one version of the rule set on. */
    Map<String, Long> caughtBy(String portal, Instant since, Map<String, Long> versions, Sight sight) {
        if (versions.isEmpty()) {
            return Map.of();
        }
        List<String> names = List.copyOf(versions.keySet());
        Map<String, Long> caught = new HashMap<>();
        jdbi.useHandle(sql -> sql.createQuery(
                        """
                        SELECT young.rule, count(DISTINCT response_id)
                        FROM decision d, unnest(matched_rules) AS matched,
                             unnest(:names::text[], :versions::bigint[]) AS young (rule, version)
                        WHERE portal = :portal AND decided_at >= :since AND matched_rules <> '{}'
                          AND matched = young.rule AND rule_set_version >= young.version AND\s"""
                                + SEEN + " GROUP BY young.rule")
                .bind("portal", portal)
                .bind("since", since)
                .bind("groups", sight.array())
                .bindArray("names", String.class, names)
                .bindArray(
                        "versions",
                        Long.class,
                        names.stream().map(versions::get).toList())
                .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                .forEach(rule -> caught.put(rule.getKey(), rule.getValue())));
        return caught;
    }

    private static RecoveryDecided read(byte[] data) {
        try {
            return Json.read(data, RecoveryDecided.class);
        } catch (IOException e) {
            throw new UncheckedIOException("a stored decision cannot be read", e);
        }
    }
}
