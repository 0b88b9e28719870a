package io.amends.notes.notebook;

import io.amends.notes.filing.TicketTable;
import io.amends.notes.note.Note;
import io.amends.notes.note.NoteChain;
import io.amends.notes.note.NoteContent;
import io.amends.notes.note.NoteFacts;
import io.amends.notes.ticket.TicketId;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jdbi.v3.core.Handle;

/** Chains a note to those before it and writes it down (D5), whoever wrote it: a person, or staff by a request (A9). */
@ApplicationScoped
class NoteBook {
    private static final int SALT_BYTES = 16;

    private final SecureRandom random = new SecureRandom();

    /** Fresh salt for the content of a note. */
    String salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

    /**
     * Writes a note behind the last one.
     *
     * @param ticket locked in this transaction
     * @param written how many notes the ticket has
     */
    Note append(Handle tx, TicketId ticket, int written, NoteFacts facts, NoteContent content) {
        String head = TicketTable.head(tx, ticket);
        Note note = NoteChain.chain(head == null ? NoteChain.start(ticket) : head, written + 1L, facts, content);
        NoteLogTable.append(tx, ticket, note, content);
        return note;
    }
}
