package io.amends.notes.dialog;

import io.amends.contracts.NoteView;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.access.Scope;
import io.amends.contracts.api.Recovery;
import io.amends.contracts.api.Recovery.Missing;
import io.amends.kit.access.Caller;
import io.amends.kit.access.Needs;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Permission;
import io.amends.kit.rights.Sight;
import io.amends.notes.cases.Case;
import io.amends.notes.dossier.Dossier;
import io.amends.notes.filing.DossierTable;
import io.amends.notes.filing.RecoveryCaseTable;
import io.amends.notes.filing.TicketResponseTable;
import io.amends.notes.note.Note;
import io.amends.notes.notebook.NoteDesk;
import io.amends.notes.notebook.NoteLogTable;
import io.amends.notes.notebook.NotesResource;
import io.amends.notes.search.RecoveryQuery;
import io.amends.notes.search.RecoverySearch;
import io.amends.notes.search.SearchResult;
import io.amends.notes.ticket.TicketId;
import io.amends.notes.ticket.TicketResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What the notes dialog opens: by two of group, date and ticket, or by a digest's responses (D3, D4). */
@Needs(value = Scope.CASES_READ, may = Permission.SEE_RESPONSES)
@Path("/v1")
public class RecoveryResource {
    private static final String NOT_FOUND =
            "Your URL is formed correctly but we couldn't find any surveys that matched the criteria in your URL";

    private final Jdbi jdbi;
    private final DirectoryView directory;
    private final Caller caller;

    RecoveryResource(Jdbi jdbi, DirectoryView directory, Caller caller) {
        this.jdbi = jdbi;
        this.directory = directory;
        this.caller = caller;
    }

    @GET
    @Path("/portals/{cpc}/recovery")
    public Recovery find(
            @PathParam("cpc") String cpc,
            @QueryParam("rgid") List<String> rgid,
            @QueryParam("date") @Nullable String date,
            @QueryParam("tid") @Nullable String tid,
            @QueryParam("rid") List<String> rid) {
        ZoneId zone = directory.require(cpc).portal().timeZone();
        RecoveryQuery query = query(rgid, date, tid, rid);
        Sight sight = caller.sight(cpc, Permission.SEE_RESPONSES);
        return jdbi.withHandle(db -> {
            List<Dossier> files = List.copyOf(
                    DossierTable.read(db, tickets(db, cpc, query, zone, sight)).values());
            SearchResult findings = new RecoverySearch(cpc, zone, sight).find(query, files);
            if (findings.found().isEmpty()) {
                throw notFound(findings.cause());
            }
            return new Recovery(items(db, findings, sight), findings.missing());
        });
    }

    private static RecoveryQuery query(
            List<String> rgid, @Nullable String date, @Nullable String tid, List<String> rid) {
        try {
            return RecoveryQuery.of(rgid, date, tid, rid);
        } catch (RecoveryQuery.Unclear e) {
            throw Problem.badRequest(String.valueOf(e.getMessage()), e.reasons());
        }
    }

    private static Collection<TicketId> tickets(Handle db, String cpc, RecoveryQuery query, ZoneId zone, Sight sight) {
        if (query instanceof RecoveryQuery.ReportedResponses asked) {
            return TicketResponseTable.tickets(db, cpc, asked.responseIds(), sight);
        }
        if (query instanceof RecoveryQuery.GroupOnDay asked) {
            LocalDate day = asked.date();
            return TicketResponseTable.tickets(
                    db,
                    cpc,
                    asked.group(),
                    day.atStartOfDay(zone).toInstant(),
                    day.plusDays(1).atStartOfDay(zone).toInstant(),
                    sight);
        }
        String ticketId = query instanceof RecoveryQuery.TicketInGroup asked
                ? asked.ticketId()
                : ((RecoveryQuery.TicketOnDay) query).ticketId();
        TicketId ticket = new TicketId(cpc, ticketId);
        Set<TicketId> tickets = new TreeSet<>(TicketResponseTable.tickets(db, ticket, sight));
        tickets.addAll(RecoveryCaseTable.withoutResponse(db, ticket, sight));
        return tickets;
    }

    private static List<Recovery.Item> items(Handle db, SearchResult findings, Sight sight) {
        Map<TicketId, List<Note>> logs = NoteLogTable.logs(
                db,
                findings.found().stream().map(m -> m.dossier().id()).distinct().toList());
        return findings.found().stream()
                .map(m -> {
                    List<Note> log = logs.getOrDefault(m.dossier().id(), List.of());
                    return item(m, NotesResource.newestFirst(NoteDesk.seen(m.dossier(), log, sight)), sight);
                })
                .toList();
    }

    private static Recovery.Item item(SearchResult.Match match, List<NoteView> notes, Sight sight) {
        Case known = match.dossier().recoveryCase();
        TicketResponse response = match.response();
        if (response == null) {
            return withoutSurvey(Objects.requireNonNull(known), notes);
        }
        RecoveryDecided d = response.decision();
        // An older answer of the ticket may be in another group than the case, which goes with the newest.
        Case theCase = known != null && sight.shows(known.assignment().supportGroup()) ? known : null;
        return new Recovery.Item(
                d.responseId(),
                d.ticketId(),
                d.supportGroup(),
                theCase == null ? null : theCase.caseId(),
                d.response().submittedAt(),
                d.response(),
                new Recovery.Why(d.kind(), d.contact(), d.priority(), d.explanation(), d.tags(), d.history()),
                notes,
                theCase == null ? null : theCase.view());
    }

    /** A case for which no survey has come yet (A9); that it is seen was asked before. */
    private static Recovery.Item withoutSurvey(Case asked, List<NoteView> notes) {
        return new Recovery.Item(
                null,
                asked.ticket().ticketId(),
                asked.assignment().supportGroup(),
                asked.caseId(),
                asked.course().openedAt(),
                null,
                null,
                notes,
                asked.view());
    }

    private static Problem notFound(Missing missing) {
        Problem problem = Problem.of(404, NOT_FOUND, NOT_FOUND).with("cause", missing.cause());
        return missing.location() == null ? problem : problem.with("location", missing.location());
    }
}
