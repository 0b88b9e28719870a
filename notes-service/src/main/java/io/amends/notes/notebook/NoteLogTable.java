package io.amends.notes.notebook;

import io.amends.notes.filing.TicketTable;
import io.amends.notes.note.Note;
import io.amends.notes.note.NoteContent;
import io.amends.notes.note.NoteFacts;
import io.amends.notes.note.NoteLink;
import io.amends.notes.ticket.TicketId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** The append-only log; the database refuses to change it (D5). */
public final class NoteLogTable {
    private static final RowMapper<NoteRow> NOTE = ConstructorMapper.of(NoteRow.class);
    private static final RowMapper<NoteRequest> REQUEST = ConstructorMapper.of(NoteRequest.class);

    private NoteLogTable() {}

    /** A request that wrote a note. */
    record NoteRequest(String fingerprint, String noteId) {}

    /** A note as its two rows have it; an erased one has no second row. */
    record NoteRow(
            @Nested TicketId ticket,
            @Nested NoteFacts facts,
            @Nested NoteLink link,
            @Nullable String salt,
            String author,
            String identity,
            String text) {
        Note note() {
            return new Note(facts, link, salt == null ? null : new NoteContent(salt, author, identity, text));
        }
    }

    /** The whole logs of these tickets, by position. */
    public static Map<TicketId, List<Note>> logs(Handle db, Collection<TicketId> tickets) {
        Map<TicketId, List<Note>> byTicket = new HashMap<>();
        TicketTable.query(
                        db,
                        "SELECT * FROM note LEFT JOIN note_content USING (note_id)",
                        tickets,
                        "ORDER BY portal, ticket_id, position")
                .map(NOTE)
                .forEach(row -> byTicket.computeIfAbsent(row.ticket(), id -> new ArrayList<>())
                        .add(row.note()));
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
                .map(NOTE)
                .map(NoteRow::note)
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
}
