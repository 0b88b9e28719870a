package io.amends.notes.notebook;

import io.amends.contracts.RequestFacts;
import io.amends.contracts.RequestFacts.RequestFormat;
import io.amends.contracts.RequestFacts.RequestType;
import io.amends.notes.filing.TicketTable;
import io.amends.notes.note.Note;
import io.amends.notes.note.NoteContent;
import io.amends.notes.note.NoteFacts;
import io.amends.notes.note.NoteLink;
import io.amends.notes.ticket.TicketId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** The append-only log; the database refuses to change it (D5). */
public final class NoteLogTable {
    private static final RowMapper<NoteRequest> REQUEST = ConstructorMapper.of(NoteRequest.class);

    private NoteLogTable() {}

    /** A request that wrote a note. */
    record NoteRequest(String fingerprint, String noteId) {}

    /** The whole logs of these tickets, by position. */
    public static Map<TicketId, List<Note>> logs(Handle db, Collection<TicketId> tickets) {
        Map<TicketId, List<Note>> byTicket = new HashMap<>();
        TicketTable.query(
                        db,
                        "SELECT * FROM note LEFT JOIN note_content USING (note_id)",
                        tickets,
                        "ORDER BY portal, ticket_id, position")
                .map((rs, ctx) -> Map.entry(TicketTable.id(rs), note(rs)))
                .forEach(row -> byTicket.computeIfAbsent(row.getKey(), id -> new ArrayList<>())
                        .add(row.getValue()));
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

    /** Whether there is a note of that id: a request that comes again is there already (A9). */
    static boolean there(Handle db, String noteId) {
        return db.createQuery("SELECT EXISTS (SELECT FROM note WHERE note_id = :id)")
                .bind("id", noteId)
                .mapTo(Boolean.class)
                .one();
    }

    static void append(Handle tx, TicketId ticket, Note note, NoteContent content) {
        RequestFacts request = note.facts().request();
        tx.createUpdate(
                        """
                        INSERT INTO note (note_id, portal, ticket_id, position, response_id, spoke, at, correction_of,
                            key, request_type, request_format, urgent, digest, hash)
                        VALUES (:id, :portal, :ticket, :position, :response, :spoke, :at, :correctionOf, :key,
                            :requestType, :requestFormat, :urgent, :digest, :hash)""")
                .bind("id", note.noteId())
                .bind("portal", ticket.portal())
                .bind("ticket", ticket.ticketId())
                .bind("position", note.link().position())
                .bind("response", note.facts().responseId())
                .bind("spoke", note.facts().spoke())
                .bind("at", note.at())
                .bind("correctionOf", note.facts().correctionOf())
                .bind("key", note.facts().key())
                .bind("requestType", request == null ? null : request.type().name())
                .bind("requestFormat", request == null ? null : request.format().name())
                .bind("urgent", request == null ? null : request.urgent())
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

    static Optional<NoteRequest> request(Handle db, String portal, String key) {
        return db.createQuery(
                        "SELECT fingerprint, note_id FROM note_request WHERE portal = :portal AND idempotency_key = :key")
                .bind("portal", portal)
                .bind("key", key)
                .map(REQUEST)
                .findFirst();
    }

    static void saveRequest(Handle tx, String portal, String key, NoteRequest request) {
        tx.createUpdate("INSERT INTO note_request VALUES (:portal, :key, :fingerprint, :note)")
                .bind("portal", portal)
                .bind("key", key)
                .bind("fingerprint", request.fingerprint())
                .bind("note", request.noteId())
                .execute();
    }

    /** A note as its two rows have it; an erased one has no second row. */
    private static Note note(ResultSet rs) throws SQLException {
        String salt = rs.getString("salt");
        return new Note(
                new NoteFacts(
                        rs.getString("note_id"),
                        rs.getString("response_id"),
                        rs.getBoolean("spoke"),
                        rs.getObject("at", OffsetDateTime.class).toInstant(),
                        rs.getString("correction_of"),
                        rs.getString("key"),
                        request(rs)),
                new NoteLink(rs.getLong("position"), rs.getString("digest"), rs.getString("hash")),
                salt == null
                        ? null
                        : new NoteContent(
                                salt, rs.getString("author"), rs.getString("identity"), rs.getString("text")));
    }

    private static @Nullable RequestFacts request(ResultSet rs) throws SQLException {
        String type = rs.getString("request_type");
        return type == null
                ? null
                : new RequestFacts(
                        RequestType.valueOf(type),
                        RequestFormat.valueOf(rs.getString("request_format")),
                        rs.getBoolean("urgent"));
    }
}
