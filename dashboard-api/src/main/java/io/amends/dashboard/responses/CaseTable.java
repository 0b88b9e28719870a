package io.amends.dashboard.responses;

import io.amends.contracts.CaseChanged;
import io.amends.contracts.CaseView;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The newest state of each ticket's case. */
final class CaseTable {
    private CaseTable() {}

    static void upsert(Handle tx, List<CaseChanged> changes) {
        PreparedBatch batch = tx.prepareBatch(
                """
                insert into ticket_case (portal, ticket_id, version, case_id, state, support_group)
                values (:portal, :ticket, :version, :caseId, :state, :group)
                on conflict (portal, ticket_id) do update
                set version = excluded.version, case_id = excluded.case_id, state = excluded.state,
                    support_group = excluded.support_group
                where ticket_case.version < excluded.version
                """);
        Collection<CaseChanged> newest = Newest.of(
                changes.stream().filter(changed -> changed.caseView() != null),
                changed -> List.of(changed.portal(), changed.ticketId()),
                CaseChanged::caseVersion);
        newest.forEach(changed -> {
            CaseView view = Objects.requireNonNull(changed.caseView());
            batch.bind("portal", changed.portal())
                    .bind("ticket", changed.ticketId())
                    .bind("version", changed.caseVersion())
                    .bind("caseId", view.caseId())
                    .bind("state", view.state().name())
                    .bind("group", view.supportGroup())
                    .add();
        });
        if (batch.size() > 0) {
            batch.execute();
        }
    }
}
