package io.amends.notes.casework;

import io.amends.contracts.CaseView;
import io.amends.kit.page.Page;
import io.amends.kit.page.PageRequest;
import io.amends.kit.rights.Sight;
import io.amends.notes.cases.Case;
import io.amends.notes.filing.RecoveryCaseTable;
import io.amends.notes.filing.SeenGroups;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Lists the cases of the groups that the caller sees, those due first on top. */
final class CaseListTable {
    private static final String WHERE =
            """
             FROM recovery_case WHERE portal = :portal
            AND (cardinality(:states) = 0 OR state = ANY(:states))
            AND (CAST(:owner AS text) IS NULL OR owner = :owner)
            AND (CAST(:dueBefore AS timestamptz) IS NULL OR due_at < :dueBefore)"""
                    + " AND " + SeenGroups.in("support_group");

    private CaseListTable() {}

    static Page<CaseView> page(Handle db, String portal, CaseFilter filter, Sight sight, PageRequest page) {
        long total = bound(db.createQuery("SELECT count(*)" + WHERE), portal, filter, sight)
                .mapTo(Long.class)
                .one();
        var items = bound(
                        db.createQuery("SELECT *" + WHERE
                                + " ORDER BY due_at NULLS LAST, opened_at, case_id LIMIT :size OFFSET :offset"),
                        portal,
                        filter,
                        sight)
                .bind("size", page.size())
                .bind("offset", page.offset())
                .map(RecoveryCaseTable::map)
                .map(Case::view)
                .list();
        return new Page<>(items, page.page(), page.size(), total);
    }

    private static Query bound(Query query, String portal, CaseFilter filter, Sight sight) {
        return SeenGroups.bind(query, sight)
                .bind("portal", portal)
                .bindArray(
                        "states",
                        String.class,
                        filter.states().stream().map(Enum::name).toList())
                .bind("owner", filter.owner())
                .bind("dueBefore", filter.dueBefore());
    }
}
