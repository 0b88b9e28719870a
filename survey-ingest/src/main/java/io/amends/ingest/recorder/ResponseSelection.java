package io.amends.ingest.recorder;

import io.amends.contracts.api.ReassignPreview;
import io.amends.contracts.api.ReassignPreview.MovedResponse;
import io.amends.kit.rights.Sight;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Responses of a portal that a person names, of those that the person sees (H1).
 *
 * @param ids by their ids; null: by their group
 * @param group all that are in this support group now; null: by their ids
 * @param sight whoever sees not all of the portal sees none in quarantine
 */
public record ResponseSelection(String portal, @Nullable List<String> ids, @Nullable String group, Sight sight) {
    /** In SQL: whether the row of a response, or of its history, is of a group that is seen. */
    public static final String SEEN =
            """
            (CAST(:groups AS text[]) IS NULL
             OR (response->>'supportGroup' = ANY(CAST(:groups AS text[])) AND state IS DISTINCT FROM 'QUARANTINED'))""";

    private static final String SELECTED =
            """
             FROM response WHERE portal = :portal
            AND (CAST(:ids AS text[]) IS NULL OR response_id = ANY(CAST(:ids AS text[])))
            AND (CAST(:group AS text) IS NULL OR response->>'supportGroup' = :group) AND\s"""
                    + SEEN;

    private static final String OUTSIDE = " AND response->>'supportGroup' IS DISTINCT FROM :to";
    private static final int EXAMPLES = 20;

    /** Their ids. */
    public List<String> found(Handle handle) {
        return bound(handle.createQuery("SELECT response_id" + SELECTED + " ORDER BY response_id"))
                .mapTo(String.class)
                .list();
    }

    /** The ids of those that are not in a support group. */
    public List<String> elsewhere(Handle handle, String supportGroup) {
        return bound(handle.createQuery("SELECT response_id" + SELECTED + OUTSIDE + " ORDER BY response_id"))
                .bind("to", supportGroup)
                .mapTo(String.class)
                .list();
    }

    /** The support groups that they are in. */
    public List<String> groups(Handle handle) {
        return bound(handle.createQuery("SELECT DISTINCT coalesce(response->>'supportGroup', '') AS of_group" + SELECTED
                        + " ORDER BY of_group"))
                .mapTo(String.class)
                .list();
    }

    /** Those of them that are not in a support group. */
    public ReassignPreview outside(Handle handle, String supportGroup) {
        List<MovedResponse> examples = new ArrayList<>();
        long would = bound(handle.createQuery(
                        "SELECT response_id, response->>'ticketId', response->>'supportGroup', count(*) OVER ()"
                                + SELECTED
                                + OUTSIDE + " ORDER BY response_id LIMIT "
                                + EXAMPLES))
                .bind("to", supportGroup)
                .map((row, context) -> {
                    examples.add(new MovedResponse(row.getString(1), row.getString(2), row.getString(3)));
                    return row.getLong(4);
                })
                .list()
                .stream()
                .findFirst()
                .orElse(0L);
        return new ReassignPreview(would, examples);
    }

    private Query bound(Query query) {
        return query.bind("portal", portal)
                .bind("ids", ids == null ? null : ids.toArray(String[]::new))
                .bind("group", group)
                .bind("groups", sight.array());
    }
}
