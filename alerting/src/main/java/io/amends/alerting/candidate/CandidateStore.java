package io.amends.alerting.candidate;

import io.amends.alerting.digest.Candidate;
import io.amends.alerting.immediate.ImmediateWhy;
import io.amends.alerting.period.DigestPeriod;
import io.amends.contracts.Json;
import io.amends.contracts.RecoveryDecided;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The newest decision per response, and which digests had it. */
@ApplicationScoped
public class CandidateStore {

    private static final String STANDING =
            """
            SELECT c.decision, c.listed_group, c.deferred_since,
                   ARRAY(SELECT s.contact_id FROM shown s
                         WHERE s.portal = c.portal AND s.response_id = c.response_id) AS shown_to
            FROM candidate c""";

    /** A candidate, and whether the response that it replaced was in a digest. */
    public record StoredCandidate(Candidate candidate, boolean replacedWasListed) {}

    void keepNewest(Handle tx, List<DecidedEvent> events) {
        // One row per response and statement, in one order: no row is touched twice, and no two instances deadlock.
        Map<String, DecidedEvent> newest = new TreeMap<>();
        for (DecidedEvent event : events) {
            RecoveryDecided decision = event.decision();
            newest.merge(
                    decision.portal() + "/" + decision.responseId(),
                    event,
                    (a, b) -> b.decision().responseVersion() > a.decision().responseVersion() ? b : a);
        }
        PreparedBatch batch = tx.prepareBatch(
                """
                INSERT INTO candidate (portal, response_id, response_version, support_group, submitted_at, replaces, decision,
                                       alert_open)
                VALUES (:portal, :response, :version, :group, :submitted, :replaces, :decision, :alert)
                ON CONFLICT (portal, response_id) DO UPDATE SET
                    response_version = excluded.response_version, support_group = excluded.support_group,
                    submitted_at = excluded.submitted_at, replaces = excluded.replaces,
                    decision = CASE WHEN candidate.deferred_since IS NULL THEN excluded.decision
                                    ELSE CAST(:waiting AS bytea) END,
                    alert_open = excluded.alert_open
                WHERE candidate.response_version < excluded.response_version""");
        for (DecidedEvent event : newest.values()) {
            RecoveryDecided decision = event.decision();
            batch.bind("portal", decision.portal())
                    .bind("response", decision.responseId())
                    .bind("version", decision.responseVersion())
                    .bind("group", decision.supportGroup())
                    .bind("submitted", decision.response().submittedAt())
                    .bind("replaces", decision.replaces())
                    .bind("decision", counts(decision) && !decision.history() ? event.json() : null)
                    .bind("alert", ImmediateWhy.possible(decision))
                    // What waits does not become history, such as by a repair after many days (B8).
                    .bind("waiting", counts(decision) ? event.json() : null)
                    .add();
        }
        batch.execute();
    }

    /**
     * Decisions that may have to be told at once and at which nobody has looked yet, locked for the rest of the transaction; what
     * another instance looks at is passed over (C7).
     */
    public List<Candidate> alertsToLookAt(Handle tx, Collection<String> portals, int most) {
        return tx.createQuery(STANDING
                        + " WHERE c.alert_open AND c.decision IS NOT NULL AND c.portal = ANY (:portals)"
                        + " LIMIT :most FOR UPDATE OF c SKIP LOCKED")
                .bindArray("portals", String.class, List.copyOf(portals))
                .bind("most", most)
                .map((row, context) -> candidate(row))
                .list();
    }

    /** Remembers that somebody has looked whether they are told at once. */
    public void lookedAt(Handle tx, Collection<Candidate> candidates) {
        PreparedBatch batch = tx.prepareBatch(
                "UPDATE candidate SET alert_open = FALSE WHERE portal = :portal AND response_id = :response");
        for (Candidate candidate : candidates) {
            batch.bind("portal", candidate.decision().portal())
                    .bind("response", candidate.decision().responseId())
                    .add();
        }
        batch.execute();
    }

    /** Responses of a portal as they stand now; without those that nobody has to act on any more. */
    public List<Candidate> of(Handle tx, String portal, Collection<String> responses) {
        return tx.createQuery(STANDING
                        + " WHERE c.decision IS NOT NULL AND c.portal = :portal AND c.response_id = ANY (:responses)")
                .bind("portal", portal)
                .bindArray("responses", String.class, List.copyOf(responses))
                .map((row, context) -> candidate(row))
                .list();
    }

    private static Candidate candidate(ResultSet row) throws SQLException {
        return new Candidate(
                decision(row.getBytes("decision")),
                row.getString("listed_group"),
                Set.of((String[]) row.getArray("shown_to").getArray()),
                instant(row.getTimestamp("deferred_since")));
    }

    /** All that a digest of the period could list or count; {@link io.amends.alerting.digest.Selection} decides. */
    public List<StoredCandidate> around(Handle tx, String portal, DigestPeriod period, Instant oldest) {
        // A repaired one in time is at most two days older than its digest, whatever lateDays is.
        Instant reach = min(oldest, period.from().minus(Duration.ofDays(2)));
        return tx.createQuery(
                        """
                        SELECT c.decision, c.listed_group,
                               ARRAY(SELECT s.contact_id FROM shown s
                                     WHERE s.portal = c.portal AND s.response_id = c.response_id) AS shown_to,
                               COALESCE(c.deferred_since,
                                        (SELECT r.deferred_since FROM candidate r
                                         WHERE r.portal = c.portal AND r.response_id = c.replaces)) AS waits_since,
                               EXISTS (SELECT 1 FROM candidate r WHERE r.portal = c.portal
                                       AND r.response_id = c.replaces AND r.listed_group IS NOT NULL) AS replaced_listed
                        FROM candidate c
                        WHERE c.portal = :portal AND c.decision IS NOT NULL AND c.submitted_at < :to
                          AND (c.submitted_at >= :from
                               OR c.deferred_since IS NOT NULL
                               OR (c.listed_group IS NULL AND c.submitted_at >= :reach)
                               OR (c.listed_group IS NOT NULL AND c.listed_group <> c.support_group))""")
                .bind("portal", portal)
                .bind("from", period.from())
                .bind("to", period.to())
                .bind("reach", reach)
                .map((row, context) -> new StoredCandidate(
                        new Candidate(
                                decision(row.getBytes("decision")),
                                row.getString("listed_group"),
                                Set.of((String[]) row.getArray("shown_to").getArray()),
                                instant(row.getTimestamp("waits_since"))),
                        row.getBoolean("replaced_listed")))
                .list();
    }

    /** Remembers that digests had them, for the group they have now; they wait no longer. */
    public void listed(Handle tx, Collection<Candidate> candidates) {
        PreparedBatch batch = tx.prepareBatch(
                """
                UPDATE candidate SET listed_group = :group, deferred_since = NULL
                WHERE portal = :portal AND response_id = :response""");
        for (Candidate candidate : candidates) {
            batch.bind("group", candidate.decision().supportGroup())
                    .bind("portal", candidate.decision().portal())
                    .bind("response", candidate.decision().responseId())
                    .add();
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /** Remembers that the digests of a period deferred them; those that waited before keep their place (B8). */
    public void deferred(Handle tx, Collection<Candidate> candidates, Instant periodTo) {
        PreparedBatch batch = tx.prepareBatch(
                """
                UPDATE candidate SET deferred_since = :since
                WHERE portal = :portal AND response_id = :response""");
        for (Candidate candidate : candidates) {
            Instant since = candidate.waitsSince();
            batch.bind("since", since == null ? periodTo : since)
                    .bind("portal", candidate.decision().portal())
                    .bind("response", candidate.decision().responseId())
                    .add();
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    private static @Nullable Instant instant(@Nullable Timestamp moment) {
        return moment == null ? null : moment.toInstant();
    }

    private static boolean counts(RecoveryDecided decision) {
        return decision.kind() != RecoveryDecided.Kind.NONE && decision.standing() == RecoveryDecided.Standing.COUNTS;
    }

    private static RecoveryDecided decision(byte[] json) {
        try {
            return Json.read(json, RecoveryDecided.class);
        } catch (IOException e) {
            throw new UncheckedIOException("a stored decision cannot be read", e);
        }
    }

    private static Instant min(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
