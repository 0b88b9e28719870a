package io.amends.notes.notebook;

import io.amends.contracts.NoteView;
import io.amends.contracts.Reason;
import io.amends.contracts.access.Scope;
import io.amends.contracts.api.NewNote;
import io.amends.kit.access.Caller;
import io.amends.kit.access.Needs;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.page.Page;
import io.amends.kit.page.PageRequest;
import io.amends.kit.problem.AddressedId;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Permission;
import io.amends.notes.filing.TicketDesk;
import io.amends.notes.note.Note;
import io.amends.notes.note.NoteChain.Verification;
import io.amends.notes.note.NoteDraft;
import io.amends.notes.ticket.TicketId;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Notes over HTTP: written, read, verified; never changed (D1, D2, D5). */
@Needs(value = Scope.CASES_READ, may = Permission.SEE_RESPONSES)
@Path("/v1")
public class NotesResource {
    private static final int LONGEST_KEY = 200;

    private final NoteDesk notes;
    private final TicketDesk desk;
    private final DirectoryView directory;
    private final Caller caller;

    NotesResource(NoteDesk notes, TicketDesk desk, DirectoryView directory, Caller caller) {
        this.notes = notes;
        this.desk = desk;
        this.directory = directory;
        this.caller = caller;
    }

    /**
     * Writes a note.
     *
     * @param key a repetition with the same key gets the first answer again
     */
    @Needs(value = Scope.NOTES_WRITE, may = Permission.WRITE_NOTES)
    @POST
    @Path("/portals/{cpc}/responses/{responseId}/notes")
    public Response write(
            @PathParam("cpc") String cpc,
            @PathParam("responseId") String responseId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable NewNote sent) {
        return writeAny(cpc, responseId, key, sent);
    }

    /** The same for every id, also for one that no path can carry, such as "..". */
    @Needs(value = Scope.NOTES_WRITE, may = Permission.WRITE_NOTES)
    @POST
    @Path("/portals/{cpc}/responses/notes")
    public Response writeAny(
            @PathParam("cpc") String cpc,
            @QueryParam("responseId") @Nullable String asked,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable NewNote sent) {
        String responseId = AddressedId.of(asked, "responseId");
        directory.require(cpc);
        return saved(sent, draft -> notes.write(cpc, responseId, draft, key(key)));
    }

    /** Writes a note on a case, which may have no survey yet (A9). */
    @Needs(value = Scope.NOTES_WRITE, may = Permission.WRITE_NOTES)
    @POST
    @Path("/cases/{caseId}/notes")
    public Response writeOnCase(
            @PathParam("caseId") String caseId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable NewNote sent) {
        return saved(sent, draft -> notes.writeOnCase(caseId, draft, key(key)));
    }

    /** The log of the response's ticket, newest first: notes go with the ticket (A4). */
    @GET
    @Path("/portals/{cpc}/responses/{responseId}/notes")
    public Page<NoteView> log(
            @PathParam("cpc") String cpc,
            @PathParam("responseId") String responseId,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("size") @Nullable Integer size) {
        return logAny(cpc, responseId, page, size);
    }

    /** The log of notes of any response, also of one whose id no path can carry. */
    @GET
    @Path("/portals/{cpc}/responses/notes")
    public Page<NoteView> logAny(
            @PathParam("cpc") String cpc,
            @QueryParam("responseId") @Nullable String responseId,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("size") @Nullable Integer size) {
        directory.require(cpc);
        PageRequest asked = PageRequest.of(page, size);
        List<NoteView> log = newestFirst(notes.log(cpc, AddressedId.of(responseId, "responseId")));
        List<NoteView> items =
                log.stream().skip(asked.offset()).limit(asked.size()).toList();
        return new Page<>(items, asked.page(), asked.size(), log.size());
    }

    /** Whether the ticket's log is as it was written (D5). */
    @GET
    @Path("/portals/{cpc}/tickets/{ticketId}/chain")
    public Verification verify(@PathParam("cpc") String cpc, @PathParam("ticketId") String ticketId) {
        return verifyAny(cpc, ticketId);
    }

    /** Whether the log of any ticket is as it was written (D5), also of one whose id no path can carry. */
    @GET
    @Path("/portals/{cpc}/tickets/chain")
    public Verification verifyAny(@PathParam("cpc") String cpc, @QueryParam("ticketId") @Nullable String asked) {
        directory.require(cpc);
        return notes.verify(new TicketId(cpc, AddressedId.of(asked, "ticketId").replace('\0', ' ')));
    }

    /** A log as people read it. */
    public static List<NoteView> newestFirst(List<Note> log) {
        return log.stream()
                .sorted(Comparator.comparing(Note::at)
                        .thenComparing(note -> note.link().position())
                        .reversed())
                .map(Note::view)
                .toList();
    }

    private Response saved(@Nullable NewNote sent, Function<NoteDraft, NoteView> writing) {
        NoteDraft draft = sent == null ? null : new NoteDraft(sent);
        if (draft == null || draft.empty()) {
            return Response.noContent().build();
        }
        List<Reason> faults = draft.faults(desk.now());
        if (!faults.isEmpty()) {
            throw Problem.badRequest("This note cannot be saved.", faults);
        }
        if (draft.backdated()) {
            caller.require(Scope.NOTES_IMPORT); // only an import may say when a note was written
        }
        return Response.status(Response.Status.CREATED)
                .entity(writing.apply(draft))
                .build();
    }

    private static @Nullable String key(@Nullable String key) {
        if (key != null && key.length() > LONGEST_KEY) {
            throw Problem.badRequest(
                    "This note cannot be saved.",
                    List.of(new Reason("Idempotency-Key", "must have at most " + LONGEST_KEY + " characters")));
        }
        return key == null || key.isBlank() ? null : key;
    }
}
