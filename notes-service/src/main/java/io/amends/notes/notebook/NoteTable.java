package io.amends.notes.notebook;

import io.amends.notes.filing.TicketTable;
import io.amends.notes.note.Note;
import io.amends.notes.note.NoteContent;
import io.amends.notes.note.NoteFacts;
import io.amends.notes.note.NoteLink;
import io.amends.notes.ticket.TicketId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The append-only log; the database refuses to change it (D5). */
public final class NoteTable {
    private NoteTable() {}

    /** A request that wrote a note. */
    record Request(String fingerprint, String noteId) {}

    /** The whole logs of these tickets, by position. */
    public static Map<TicketId, List<Note>> logs(Handle db, Collection<TicketId> tickets) {
        Map<TicketId, List<Note>> byTicket = new HashMap<>();
        TicketTable.query(
                        db,
                        "SELECT * FROM note LEFT JOIN note_content USING (note_id)",
                        tickets,
                        "ORDER BY portal, ticket_id, position")
                .map((rs, ctx) -> Map.entry(TicketTable.id(rs), note(rs)))
                .forEach(e -> byTicket.computeIfAbsent(e.getKey(), id -> new ArrayList<>())
                        .add(e.getValue()));
        return byTicket;
    }

    /** The whole log of a ticket, by position. */
    static List<Note> log(Handle db, TicketId ticket) {
        return logs(db, List.of(ticket)).getOrDefault(ticket, List.of());
    }

    /** A note that is known to be there. */
    static Note note(Handle db, String noteId) {
        return db.createQuery("SELECT * FROM note LEFT JOIN note_content USING (note_id) WHERE note_id = :id")
                .bind("id", noteId)
                .map((rs, ctx) -> note(rs))
                .one();
    }

    static void append(Handle tx, TicketId ticket, Note note, NoteContent content) {
        tx.createUpdate(
                        """
                        INSERT INTO note (note_id, portal, ticket_id, position, response_id, spoke, at, correction_of,
                            key, digest, hash)
                        VALUES (:id, :portal, :ticket, :position, :response, :spoke, :at, :correctionOf, :key,
                            :digest, :hash)""")
                .bind("id", note.noteId())
                .bind("portal", ticket.portal())
                .bind("ticket", ticket.ticketId())
                .bind("position", note.link().position())
                .bind("response", note.facts().responseId())
                .bind("spoke", note.facts().spoke())
                .bind("at", note.at())
                .bind("correctionOf", note.facts().correctionOf())
                .bind("key", note.facts().key())
                .bind("digest", note.link().digest())
                .bind("hash", note.link().hash())
                .execute();
        tx.createUpdate("INSERT INTO note_content VALUES (:id, :salt, :author, :identity, :text)")
                .bind("id", note.noteId())
                .bind("salt", content.salt())
                .bind("author", content.author())
                .bind("identity", content.identity())
                .bind("text", content.text())
                .execute();
        TicketTable.saveHead(tx, ticket, note.link().hash());
    }

    static Optional<Request> request(Handle db, String portal, String key) {
        return db.createQuery(
                        "SELECT fingerprint, note_id FROM note_request WHERE portal = :portal AND idempotency_key = :key")
                .bind("portal", portal)
                .bind("key", key)
                .map((rs, ctx) -> new Request(rs.getString(1), rs.getString(2)))
                .findFirst();
    }

    static void saveRequest(Handle tx, String portal, String key, Request request) {
        tx.createUpdate("INSERT INTO note_request VALUES (:portal, :key, :fingerprint, :note)")
                .bind("portal", portal)
                .bind("key", key)
                .bind("fingerprint", request.fingerprint())
                .bind("note", request.noteId())
                .execute();
    }

    private static Note note(ResultSet rs) throws SQLException {
        return new Note(
                new NoteFacts(
                        rs.getString("note_id"),
                        rs.getString("response_id"),
                        rs.getBoolean("spoke"),
                        at(rs),
                        rs.getString("correction_of"),
                        rs.getString("key")),
                new NoteLink(rs.getLong("position"), rs.getString("digest"), rs.getString("hash")),
                content(rs));
    }

    private static @Nullable NoteContent content(ResultSet rs) throws SQLException {
        String salt = rs.getString("salt");
        return salt == null
                ? null
                : new NoteContent(salt, rs.getString("author"), rs.getString("identity"), rs.getString("text"));
    }

    private static Instant at(ResultSet rs) throws SQLException {
        return rs.getObject("at", OffsetDateTime.class).toInstant();
    }
}
