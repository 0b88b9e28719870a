package io.amends.notes.notebook;

import io.amends.contracts.AuditAction;
import io.amends.contracts.NoteView;
import io.amends.contracts.Reason;
import io.amends.kit.access.Caller;
import io.amends.kit.access.Signature;
import io.amends.kit.audit.AuditChange;
import io.amends.kit.audit.AuditTrail;
import io.amends.kit.failure.TransientFailure;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Matter;
import io.amends.kit.rights.Permission;
import io.amends.kit.rights.Sight;
import io.amends.notes.casework.CaseDoor;
import io.amends.notes.casework.CaseDoor.CaseFile;
import io.amends.notes.dossier.CaseEvent;
import io.amends.notes.dossier.Dossier;
import io.amends.notes.dossier.Turn;
import io.amends.notes.filing.DossierTable;
import io.amends.notes.filing.TicketDesk;
import io.amends.notes.filing.TicketResponseTable;
import io.amends.notes.filing.TicketTable;
import io.amends.notes.note.Note;
import io.amends.notes.note.NoteChain;
import io.amends.notes.note.NoteContent;
import io.amends.notes.note.NoteDraft;
import io.amends.notes.note.NoteFacts;
import io.amends.notes.ticket.TicketId;
import io.amends.notes.ticket.TicketResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/** Where notes are written: chained, filed with the newest response, told to others, all in one transaction (D1, D5). */
@ApplicationScoped
public class NoteDesk {
    private final Jdbi jdbi;
    private final TicketDesk desk;
    private final AuditTrail trail;
    private final Caller caller;
    private final NoteBook book;
    private final CaseDoor door;

    NoteDesk(Jdbi jdbi, TicketDesk desk, AuditTrail trail, Caller caller, NoteBook book, CaseDoor door) {
        this.jdbi = jdbi;
        this.desk = desk;
        this.trail = trail;
        this.caller = caller;
        this.book = book;
        this.door = door;
    }

    private record NoteEntry(NoteView note, List<CaseEvent> events) {}

    /**
     * Writes a checked draft for whoever calls, if the response is one that they may write on.
     *
     * @param key the same key gets the first answer again; null: none
     * @throws Problem 404 for an unknown response, 409 for a key used for something else, 400 for a correction of nothing
     */
    NoteView write(String portal, String responseId, NoteDraft draft, @Nullable String key) {
        return write(draft, key, responseId, tx -> {
            TicketId ticket = TicketResponseTable.ticket(tx, portal, responseId).orElseThrow(() -> unknown(responseId));
            Dossier file = desk.take(tx, ticket);
            require(file, responseId, Permission.WRITE_NOTES);
            return new NotedFile(file, responseId);
        });
    }

    /**
     * Writes a checked draft on a case, which may have no survey yet (A9).
     *
     * @param key as for {@link #write(String, String, NoteDraft, String)}
     * @throws Problem 404 for a case that is not there for whoever calls, and else as there
     */
    NoteView writeOnCase(String caseId, NoteDraft draft, @Nullable String key) {
        return write(draft, key, caseId, tx -> {
            CaseFile taken = door.note(tx, caseId);
            return new NotedFile(taken.file(), taken.theCase().assignment().responseId());
        });
    }

    /**
     * A file that a note is written in.
     *
     * @param responseId the response that the note is on; null for a case without a survey
     */
    private record NotedFile(Dossier file, @Nullable String responseId) {}

    private NoteView write(
            NoteDraft draft, @Nullable String key, String on, HandleCallback<NotedFile, Problem> taking) {
        Signature by = caller.signature();
        String fingerprint = draft.fingerprint(on, by.name());
        NoteEntry written = jdbi.inTransaction(tx -> {
            NotedFile taken = taking.withHandle(tx);
            Dossier file = taken.file();
            TicketId ticket = file.id();
            NoteView earlier = key == null ? null : repeated(tx, ticket.portal(), key, fingerprint);
            if (earlier != null) {
                return new NoteEntry(earlier, List.of());
            }
            NoteEntry fresh = append(tx, file, taken.responseId(), draft, by);
            trail.add(tx, by, audited(ticket, draft, fresh.note()));
            if (key != null) {
                NoteLogTable.saveRequest(
                        tx,
                        ticket.portal(),
                        key,
                        new NoteLogTable.NoteRequest(fingerprint, fresh.note().noteId()));
            }
            return fresh;
        });
        desk.committed(written.events());
        return written.note();
    }

    /** That a note was written, on what, and how; what it says is the customer's affair. */
    private static AuditChange audited(TicketId ticket, NoteDraft draft, NoteView note) {
        AuditAction what = draft.backdated()
                ? AuditAction.NOTE_IMPORTED
                : note.correctionOf() == null ? AuditAction.NOTE_WRITTEN : AuditAction.NOTE_CORRECTED;
        AuditChange change = AuditChange.of(ticket.portal(), what, "note/" + note.noteId());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("ticketId", ticket.ticketId());
        facts.put("responseId", note.responseId());
        facts.put("spoke", note.spoke());
        facts.put("correctionOf", note.correctionOf());
        return change.now(facts);
    }

    private NoteEntry append(Handle tx, Dossier file, @Nullable String responseId, NoteDraft draft, Signature by) {
        TicketResponse newest = responseId == null
                ? null
                : file.standingFor(responseId)
                        .orElseThrow(() -> new TransientFailure("the response is being filed under another ticket"));
        List<Note> log = NoteLogTable.log(tx, file.id());
        String corrects = draft.sent().correctionOf();
        Sight sight = caller.sight(file.id().portal(), Permission.SEE_RESPONSES);
        if (corrects != null
                && seen(file, log, sight).stream().noneMatch(n -> n.noteId().equals(corrects))) {
            throw Problem.badRequest(
                    "There is nothing to correct.",
                    List.of(new Reason("/correctionOf", "no note of this ticket has that id")));
        }
        Instant at = draft.sent().at() == null ? desk.now() : draft.sent().at().truncatedTo(ChronoUnit.MICROS);
        NoteContent content = draft.content(book.salt(), by.name());
        NoteFacts facts = new NoteFacts(
                UUID.randomUUID().toString(),
                newest == null ? null : newest.responseId(),
                Boolean.TRUE.equals(draft.sent().spoke()),
                at,
                corrects,
                by.key(),
                null);
        Note note = book.append(tx, file.id(), log.size(), facts, content);
        Turn turn = desk.turn(file).noted(newest == null ? null : newest.decision(), note.view());
        return new NoteEntry(note.view(), desk.file(tx, file, turn));
    }

    private static @Nullable NoteView repeated(Handle tx, String portal, String key, String fingerprint) {
        return NoteLogTable.request(tx, portal, key)
                .map(request -> {
                    if (!request.fingerprint().equals(fingerprint)) {
                        throw Problem.conflict("This Idempotency-Key was used for another note.");
                    }
                    return NoteLogTable.note(tx, request.noteId()).view();
                })
                .orElse(null);
    }

    /** The log of the ticket that a response is filed under, by position, as far as whoever calls may see it. */
    List<Note> log(String portal, String responseId) {
        return jdbi.withHandle(db -> {
            TicketId ticket = TicketResponseTable.ticket(db, portal, responseId).orElseThrow(() -> unknown(responseId));
            Dossier file = DossierTable.read(db, List.of(ticket)).getOrDefault(ticket, Dossier.empty(ticket));
            require(file, responseId, Permission.SEE_RESPONSES);
            return seen(file, NoteLogTable.log(db, ticket), caller.sight(portal, Permission.SEE_RESPONSES));
        });
    }

    /** The notes on responses of groups that are seen: a ticket may have answers in several. */
    public static List<Note> seen(Dossier file, List<Note> log, Sight sight) {
        return sight.all()
                ? log
                : log.stream()
                        .filter(note -> {
                            String group = file.groupOf(note.facts().responseId());
                            return group != null && sight.shows(group);
                        })
                        .toList();
    }

    /**
     * Verifies a ticket's chain, as of one moment. It has the notes of all groups that the ticket has answers in.
     *
     * @throws Problem 404 for an unknown ticket, and for whoever may not see all of it
     */
    NoteChain.Verification verify(TicketId ticket) {
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, db -> {
            Problem unknown = Problem.notFound("There is no ticket '" + ticket.ticketId() + "'.");
            Dossier file = DossierTable.read(db, List.of(ticket)).get(ticket);
            if (file == null) {
                throw unknown;
            }
            caller.require(ticket.portal(), Permission.SEE_RESPONSES, new Matter(file.groups(), null), unknown);
            return NoteChain.verify(ticket, NoteLogTable.log(db, ticket), TicketTable.head(db, ticket));
        });
    }

    private void require(Dossier file, String responseId, Permission permission) {
        String group = file.groupOf(responseId);
        if (group == null) {
            throw new TransientFailure("the response is being filed under another ticket");
        }
        caller.require(file.id().portal(), permission, Matter.ofGroup(group), unknown(responseId));
    }

    private static Problem unknown(String responseId) {
        return Problem.notFound("There is no response '" + responseId + "'.");
    }
}
