package io.amends.dashboard.responses;

import io.amends.contracts.CaseChanged;
import io.amends.contracts.NoteView;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * The notes and what the report filters by them. Two topics meet here, notes and replacements, each in its own
 * transaction: a note is written alone, replacements side by side, so that no note stays behind on a replaced response.
 * Each note keeps where it was written; where it is shown follows from that and from how the ticket's responses stand now
 * (A4), so that it is the same in whatever order they came.
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

    /**
     * Adds a note to its response, or to the one that stands for it now. One from before its ticket's first survey (A9) waits
     * for the newest.
     */
    static void add(Handle tx, CaseChanged changed) {
        NoteView note = Objects.requireNonNull(changed.note());
        tx.createUpdate(
                        """
                        insert into note (note_id, portal, ticket_id, written_on, response_id, at, spoke, note)
                        values (:id, :portal, :ticket, :response, :response, :at, :spoke, :note::jsonb) on conflict do nothing
                        """)
                .bind("id", note.noteId())
                .bind("portal", changed.portal())
                .bind("ticket", changed.ticketId())
                .bind("response", note.responseId())
                .bind("at", note.at())
                .bind("spoke", note.spoke())
                .bind("note", JsonColumn.of(note))
                .execute();
        if (note.responseId() == null) {
            recount(tx, changed.portal(), withNewest(tx, changed.portal(), List.of(changed.ticketId())));
        } else {
            settle(tx, changed.portal(), List.of(note.responseId()));
        }
    }

    /**
     * Shows the notes from before the surveys of these tickets with the newest response of each.
     *
     * @return the responses that they left, and those that they came to
     */
    private static Set<String> withNewest(Handle tx, String portal, Collection<String> tickets) {
        Set<String> concerned = new TreeSet<>();
        tx.createQuery(
                        """
                        update note n set response_id = home.response_id
                        from note was, lateral (select (select o.response_id from response o
                            where o.portal = was.portal and o.ticket_id = was.ticket_id and o.listed
                            order by o.received_at desc, o.response_id desc limit 1) as response_id) home
                        where n.note_id = was.note_id and was.portal = :portal and was.written_on is null
                          and was.ticket_id = any(:tickets) and was.response_id is distinct from home.response_id
                        returning was.response_id, n.response_id
                        """)
                .bind("portal", portal)
                .bindArray("tickets", String.class, List.copyOf(tickets))
                .map((rs, c) -> Stream.of(rs.getString(1), rs.getString(2))
                        .filter(Objects::nonNull)
                        .toList())
                .forEach(concerned::addAll);
        return concerned;
    }

    /** The tickets with notes from before their surveys that these responses are on, or were. */
    private static List<String> ticketsOf(Handle tx, String portal, List<String> responses) {
        return tx.createQuery(
                        """
                        select n.ticket_id from response r
                        join note n on n.portal = r.portal and n.ticket_id = r.ticket_id and n.written_on is null
                        where r.portal = :portal and r.response_id = any(:ids)
                        union select ticket_id from note
                        where portal = :portal and response_id = any(:ids) and written_on is null
                        """)
                .bind("portal", portal)
                .bindArray("ids", String.class, responses)
                .mapTo(String.class)
                .list();
    }

    /** Lets notes follow what changed: replaced, not replaced any more, withdrawn, repaired, or here after its notes. */
    static void follow(Handle tx, Collection<ResponseChange> changes) {
        changes.stream()
                .collect(Collectors.groupingBy(ResponseChange::portal))
                .forEach((portal, own) -> settle(
                        tx,
                        portal,
                        own.stream().map(ResponseChange::responseId).distinct().toList()));
    }

    private static void settle(Handle tx, String portal, List<String> changed) {
        List<String> early = ticketsOf(tx, portal, changed);
        if (!early.isEmpty()) {
            recount(tx, portal, withNewest(tx, portal, early));
        }
        List<String> concerned = ofNotedTickets(tx, portal, changed);
        if (concerned.isEmpty()) {
            return;
        }
        Set<String> counted = new TreeSet<>(concerned);
        tx.createQuery(
                        """
                        with recursive heir (written_on, response_id, step) as (
                            select distinct written_on, written_on, 0 from note
                            where portal = :portal and (written_on = any(:ids) or response_id = any(:ids))
                            union all
                            select h.written_on, by.response_id, h.step + 1 from heir h
                            join response r on r.portal = :portal and r.response_id = h.response_id
                            join response by on by.portal = :portal and by.response_id = r.superseded_by
                            where h.step < 100),
                        last as (
                            select distinct on (written_on) written_on, response_id from heir
                            order by written_on, step desc),
                        standing as (
                            select l.written_on,
                                   case when w.version is null then l.response_id else coalesce(
                                       (select o.response_id from response o
                                        where o.portal = :portal and o.ticket_id = r.ticket_id and o.listed
                                        order by o.received_at desc, o.response_id desc limit 1), l.response_id)
                                   end as response_id
                            from last l
                            left join response r on r.portal = :portal and r.response_id = l.response_id
                            left join withdrawal w on w.portal = :portal and w.response_id = l.response_id
                                and w.version >= r.version)
                        update note n set response_id = s.response_id
                        from standing s join note was on was.portal = :portal and was.written_on = s.written_on
                        where n.note_id = was.note_id and was.response_id <> s.response_id
                        returning was.response_id, n.response_id
                        """)
                .bind("portal", portal)
                .bindArray("ids", String.class, concerned)
                .map((rs, c) -> List.of(rs.getString(1), rs.getString(2)))
                .forEach(counted::addAll); // where a note leaves and where it comes may be of another ticket
        recount(tx, portal, counted);
    }

    /** These responses and all others on their tickets; none where none of them has a note, as mostly. */
    private static List<String> ofNotedTickets(Handle tx, String portal, List<String> responses) {
        // Ticket by ticket, which "offset" holds the planner to.
        return tx.createQuery(
                        """
                        with concerned as materialized (
                            select i.id from unnest(:ids) as i (id) union
                            select other.response_id from unnest(:ids) as i (id)
                            join response r on r.portal = :portal and r.response_id = i.id
                            cross join lateral (select o.response_id from response o
                                where o.portal = r.portal and o.ticket_id = r.ticket_id offset 0) other)
                        select id from concerned where exists (
                            select from concerned c cross join lateral (
                                (select from note where portal = :portal and written_on = c.id limit 1) union all
                                (select from note where portal = :portal and response_id = c.id limit 1)) noted)
                        """)
                .bind("portal", portal)
                .bindArray("ids", String.class, responses)
                .mapTo(String.class)
                .list();
    }

    private static void recount(Handle tx, String portal, Collection<String> responses) {
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
