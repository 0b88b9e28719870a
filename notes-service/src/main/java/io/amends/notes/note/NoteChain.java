package io.amends.notes.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.contracts.RequestFacts;
import io.amends.kit.id.Sha256;
import io.amends.notes.ticket.TicketId;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The hash chain of a ticket's notes (D5). Each link hashes the one before it, what stays of a note for ever, and the
 * digest of its salted content:
 *
 * <pre>
 *   start = H(portal, ticket)
 *   digest(n) = H(salt, author, identity, text)
 *   hash(n) = H(hash(n-1), position, noteId, responseId, spoke, at, correctionOf, digest(n) [, key [, request]])
 * </pre>
 *
 * The key is the part that older notes do not have: theirs are hashed without it, and verify as before. What a request asks
 * for (A9) is the last part of its note alone, behind a key that may be empty. A note without a response has an empty id
 * there, which no response has.
 *
 * <p>Changing, inserting, dropping or reordering a note breaks it; erasing content and salt does not. The head is kept beside
 * the ticket, so that a log cut at its end shows too. H is SHA-256 over length-prefixed parts, in hex.
 */
public final class NoteChain {
    private NoteChain() {}

    /** What the first note chains to. */
    public static String start(TicketId ticket) {
        return hash(ticket.portal(), ticket.ticketId());
    }

    /** A note chained to what was the head until now. */
    public static Note chain(String head, long position, NoteFacts facts, NoteContent content) {
        String digest = digest(content);
        return new Note(facts, new NoteLink(position, digest, hash(head, position, facts, digest)), content);
    }

    /**
     * Verifies a ticket's whole log.
     *
     * @param notes by position
     * @param head what the ticket says the last hash is; null for a ticket without notes
     */
    public static Verification verify(TicketId ticket, List<Note> notes, @Nullable String head) {
        String previous = start(ticket);
        long position = 0;
        int erased = 0;
        for (Note note : notes) {
            position++;
            NoteContent content = note.content();
            NoteLink link = note.link();
            boolean whole = content == null || digest(content).equals(link.digest());
            boolean follows = link.position() == position
                    && hash(previous, position, note.facts(), link.digest()).equals(link.hash());
            if (!whole || !follows) {
                return new Verification(false, notes.size(), erased, note.noteId());
            }
            erased += content == null ? 1 : 0;
            previous = link.hash();
        }
        boolean complete = head == null ? notes.isEmpty() : head.equals(previous);
        return new Verification(complete, notes.size(), erased, null);
    }

    private static String digest(NoteContent content) {
        return hash(content.salt(), content.author(), content.identity(), content.text());
    }

    private static String hash(String previous, long position, NoteFacts note, String digest) {
        List<String> parts = new ArrayList<>(List.of(
                previous,
                Long.toString(position),
                note.noteId(),
                note.responseId() == null ? "" : note.responseId(),
                Boolean.toString(note.spoke()),
                note.at().toString(),
                note.correctionOf() == null ? "" : note.correctionOf(),
                digest));
        RequestFacts request = note.request();
        if (note.key() != null || request != null) {
            parts.add(note.key() == null ? "" : note.key());
        }
        if (request != null) {
            parts.add(hash(request.type().name(), request.format().name(), Boolean.toString(request.urgent())));
        }
        return hash(parts.toArray(String[]::new));
    }

    /** SHA-256 of the parts in order, each with its length, so that they cannot run into each other. */
    static String hash(String... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (String part : parts) {
            byte[] bytes = part.getBytes(UTF_8);
            all.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            all.writeBytes(bytes);
        }
        return Sha256.hex(all.toByteArray());
    }

    /**
     * What verifying found.
     *
     * @param notes how many notes the log has
     * @param erased how many of them have lost their content
     * @param brokenAt the first note that does not fit; null where none, also when the log was cut at its end
     */
    public record Verification(boolean valid, int notes, int erased, @Nullable String brokenAt) {}
}
