package io.amends.dashboard.responses;

import io.amends.contracts.CaseChanged;
import io.amends.contracts.NoteView;
import io.amends.contracts.RecoveryDecided;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/**
 * The notes and what the report filters by them. Two topics meet here, notes and replacements, each in its own
 * transaction: a note is written alone, replacements side by side, so that no note stays behind on a replaced response.
 */
final class NoteTable {
    private static final long LOCK = 0x616d656e64734eL;

    private NoteTable() {}

    static void whileNotesStandStill(Handle tx) {
        tx.createQuery("select 1 from pg_advisory_xact_lock_shared(:lock)")
                .bind("lock", LOCK)
                .mapTo(Integer.class)
                .one();
    }

    static void beforeNotesChange(Handle tx) {
        tx.createQuery("select 1 from pg_advisory_xact_lock(:lock)")
                .bind("lock", LOCK)
                .mapTo(Integer.class)
                .one();
    }

    /** Adds a note to its response, or to the newest that replaced it. */
    static void add(Handle tx, CaseChanged changed) {
        NoteView note = Objects.requireNonNull(changed.note());
        String responseId = tx.createQuery(
                        """
                        with recursive heir (response_id, superseded_by, step) as (
                            select response_id, superseded_by, 0 from response
                            where portal = :portal and response_id = :response
                            union all
                            select r.response_id, r.superseded_by, step + 1 from heir
                            join response r on r.portal = :portal and r.response_id = heir.superseded_by
                            where step < 100)
                        select response_id from heir order by step desc limit 1
                        """)
                .bind("portal", changed.portal())
                .bind("response", note.responseId())
                .mapTo(String.class)
                .findOne()
                .orElse(note.responseId());
        tx.createUpdate(
                        """
                        insert into note (note_id, portal, response_id, at, spoke, note)
                        values (:id, :portal, :response, :at, :spoke, :note::jsonb) on conflict do nothing
                        """)
                .bind("id", note.noteId())
                .bind("portal", changed.portal())
                .bind("response", responseId)
                .bind("at", note.at())
                .bind("spoke", note.spoke())
                .bind("note", JsonColumn.of(note))
                .execute();
        recount(tx, changed.portal(), List.of(responseId));
    }

    /** Moves the notes of replaced responses to those that replaced them, and counts notes that came first. */
    static void followReplacements(Handle tx, Collection<RecoveryDecided> decided) {
        for (RecoveryDecided d : decided) {
            if (d.supersededBy() != null) {
                move(tx, d.portal(), d.responseId(), d.supersededBy());
            }
        }
        decided.stream().map(RecoveryDecided::portal).distinct().forEach(portal -> {
            List<String> touched = new ArrayList<>();
            for (RecoveryDecided d : decided) {
                if (d.portal().equals(portal)) {
                    touched.add(d.responseId());
                    if (d.supersededBy() != null) {
                        touched.add(d.supersededBy());
                    }
                }
            }
            recount(tx, portal, touched);
        });
    }

    private static void move(Handle tx, String portal, String from, String to) {
        tx.createUpdate("update note set response_id = :to where portal = :portal and response_id = :from")
                .bind("portal", portal)
                .bind("from", from)
                .bind("to", to)
                .execute();
    }

    private static void recount(Handle tx, String portal, List<String> responses) {
        tx.createUpdate(
                        """
                        update response r set note_count = c.n, ever_spoke = c.spoke
                        from (select i.id, count(n.note_id) as n, coalesce(bool_or(n.spoke), false) as spoke
                              from unnest(:ids) as i (id)
                              left join note n on n.portal = :portal and n.response_id = i.id group by i.id) c
                        where r.portal = :portal and r.response_id = c.id
                          and (r.note_count, r.ever_spoke) is distinct from (c.n::integer, c.spoke)
                        """)
                .bind("portal", portal)
                .bindArray("ids", String.class, responses)
                .execute();
    }
}
