package io.amends.alerting.cases;

import io.amends.contracts.CaseChanged;
import io.amends.contracts.CaseView;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.TicketKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Which tickets' cases are closed, and since when; the event with the highest version counts. */
@ApplicationScoped
public class SolvedCases {

    void keepNewest(Handle tx, List<CaseChanged> events) {
        PreparedBatch batch = tx.prepareBatch(
                """
                INSERT INTO case_end (ticket_key, case_version, closed_at) VALUES (:ticket, :version, :closed)
                ON CONFLICT (ticket_key) DO UPDATE SET
                    case_version = excluded.case_version, closed_at = excluded.closed_at
                WHERE case_end.case_version < excluded.case_version""");
        // In one order, so that no two instances deadlock.
        events.stream().sorted((a, b) -> key(a).compareTo(key(b))).forEach(event -> {
            CaseView view = event.caseView();
            if (view != null) {
                batch.bind("ticket", key(event))
                        .bind("version", event.caseVersion())
                        .bind("closed", view.state().open() ? null : view.closedAt())
                        .add();
            }
        });
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /**
     * The ids of those responses whose case was closed after they were decided: a case that an answer will reopen is closed
     * before it.
     */
    public Set<String> among(Handle handle, Collection<RecoveryDecided> decisions) {
        Map<String, Instant> closed =
                closed(handle, decisions.stream().map(SolvedCases::key).collect(Collectors.toSet()));
        return decisions.stream()
                .filter(decision -> {
                    Instant at = closed.get(key(decision));
                    return at != null && at.isAfter(decision.decidedAt());
                })
                .map(RecoveryDecided::responseId)
                .collect(Collectors.toSet());
    }

    /** Whether the case of a ticket was closed after a moment. */
    public boolean closedAfter(Handle handle, String ticketKey, Instant moment) {
        Instant at = closed(handle, Set.of(ticketKey)).get(ticketKey);
        return at != null && at.isAfter(moment);
    }

    private static Map<String, Instant> closed(Handle handle, Set<String> keys) {
        Map<String, Instant> closed = new HashMap<>();
        if (!keys.isEmpty()) {
            handle.createQuery("SELECT ticket_key, closed_at FROM case_end WHERE ticket_key = ANY (:keys) AND closed_at"
                            + " IS NOT NULL")
                    .bindArray("keys", String.class, List.copyOf(keys))
                    .map((row, context) -> Map.entry(
                            row.getString("ticket_key"),
                            row.getTimestamp("closed_at").toInstant()))
                    .forEach(entry -> closed.put(entry.getKey(), entry.getValue()));
        }
        return closed;
    }

    private static String key(CaseChanged event) {
        return TicketKey.of(event.portal(), event.ticketId(), "");
    }

    private static String key(RecoveryDecided decision) {
        return TicketKey.of(decision.portal(), decision.ticketId(), decision.responseId());
    }
}
