package io.amends.dashboard.responses;

import io.amends.contracts.CaseChanged;
import io.amends.contracts.CaseView;
import org.jdbi.v3.core.Handle;

/** The newest state of each ticket's case. */
final class CaseTable {
    private CaseTable() {}

    static void upsert(Handle tx, CaseChanged changed) {
        CaseView view = changed.caseView();
        if (view == null) {
            return;
        }
        tx.createUpdate(
                        """
                        insert into ticket_case (portal, ticket_id, version, case_id, state)
                        values (:portal, :ticket, :version, :caseId, :state)
                        on conflict (portal, ticket_id) do update
                        set version = excluded.version, case_id = excluded.case_id, state = excluded.state
                        where ticket_case.version < excluded.version
                        """)
                .bind("portal", changed.portal())
                .bind("ticket", changed.ticketId())
                .bind("version", changed.caseVersion())
                .bind("caseId", view.caseId())
                .bind("state", view.state().name())
                .execute();
    }
}
