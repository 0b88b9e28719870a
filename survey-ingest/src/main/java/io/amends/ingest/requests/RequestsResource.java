package io.amends.ingest.requests;

import io.amends.contracts.FileRequest;
import io.amends.contracts.IdText;
import io.amends.contracts.Reason;
import io.amends.contracts.TicketKey;
import io.amends.contracts.access.Scope;
import io.amends.contracts.api.ListedRequest;
import io.amends.contracts.api.ListedRequest.RequestState;
import io.amends.contracts.api.RequestAccepted;
import io.amends.contracts.api.RequestRefusal;
import io.amends.ingest.requests.core.RequestForm;
import io.amends.kit.access.Caller;
import io.amends.kit.access.Needs;
import io.amends.kit.access.PersonRoles;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.directory.PortalDirectory;
import io.amends.kit.page.Page;
import io.amends.kit.page.PageRequest;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Matter;
import io.amends.kit.rights.Permission;
import io.amends.kit.rights.Sight;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Recovery Requests and Positive Follow-Up Requests over HTTP: filed and listed (A9). */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Needs(value = Scope.REQUESTS_WRITE, may = Permission.FILE_REQUESTS)
public class RequestsResource {
    private static final int LONGEST_KEY = 500;
    private static final String NOTHING_FILED = "Nothing was filed.";
    private static final FileRequest NOTHING =
            new FileRequest(null, null, null, null, null, null, null, null, null, null, null);
    private static final String STATES =
            Arrays.stream(RequestState.values()).map(Enum::name).collect(Collectors.joining(", "));

    private final Jdbi jdbi;
    private final RequestDesk desk;
    private final DirectoryView directory;
    private final Caller caller;

    RequestsResource(Jdbi jdbi, RequestDesk desk, DirectoryView directory, Caller caller) {
        this.jdbi = jdbi;
        this.desk = desk;
        this.directory = directory;
        this.caller = caller;
    }

    /**
     * Files a request.
     *
     * @param key the same key is the same request; without one the same words are
     */
    @POST
    @Path("/requests")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response file(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable FileRequest body) {
        RequestForm form = new RequestForm(body == null ? NOTHING : body);
        String cpc = form.sent().portal();
        if (cpc == null) {
            throw Problem.badRequest(NOTHING_FILED, form.faults(Set.of()));
        }
        caller.require(cpc);
        caller.require(
                cpc,
                Permission.FILE_REQUESTS,
                Matter.PORTAL,
                Problem.notFound("There is nothing here that you may see."));
        PortalDirectory portal = directory.require(cpc);
        List<Reason> faults = form.faults(portal.groups().keySet().stream()
                .filter(group -> caller.may(cpc, Permission.FILE_REQUESTS, Matter.ofGroup(group)))
                .collect(Collectors.toSet()));
        if (!faults.isEmpty()) {
            throw Problem.badRequest(NOTHING_FILED, faults);
        }
        Sight sight = caller.sight(cpc, Permission.FILE_REQUESTS);
        FiledRequest filing =
                jdbi.inTransaction(tx -> desk.file(tx, form, portal, key(key), caller.signature(), sight));
        return switch (filing.verdict()) {
            case FILED, REPEATED ->
                Response.accepted(new RequestAccepted(
                                filing.request().requestId(), filing.request().caseId()))
                        .build();
            case KEY_USED ->
                throw Problem.conflict("This Idempotency-Key was used for another request.")
                        .with("cause", RequestRefusal.KEY_USED);
            case UNSEEN ->
                throw Problem.badRequest(
                        NOTHING_FILED, List.of(new Reason("/ticketId", "is no ticket of your support groups")));
            case CONTACT_REFUSED ->
                throw Problem.conflict("The customer of this ticket asked not to be contacted: nothing was filed.")
                        .with("cause", RequestRefusal.CONTACT_REFUSED);
        };
    }

    /** The requests of the groups that whoever asks sees, the newest first. The link of a report shows none. */
    @Needs(value = Scope.SURVEYS_READ, may = Permission.SEE_RESPONSES)
    @GET
    @Path("/portals/{cpc}/requests")
    public Page<ListedRequest> list(
            @PathParam("cpc") String cpc,
            @QueryParam("ticketId") @Nullable String ticketId,
            @QueryParam("state") @Nullable String named,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("size") @Nullable Integer size) {
        directory.require(cpc);
        String ticket = IdText.orNull(ticketId);
        String key = ticket == null ? null : TicketKey.of(cpc, ticket.replace('\0', ' '), "");
        RequestState state = named == null || named.isBlank() ? null : state(named);
        PageRequest asked = PageRequest.of(page, size);
        return jdbi.withHandle(db -> RequestTable.list(db, cpc, key, state, sight(cpc), asked));
    }

    private Sight sight(String cpc) {
        PersonRoles person = caller.person();
        return person != null && person.in(cpc).link() ? Sight.NOTHING : caller.sight(cpc, Permission.SEE_RESPONSES);
    }

    private static RequestState state(String named) {
        return Arrays.stream(RequestState.values())
                .filter(state -> state.name().equals(named))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest(
                        "There is no such state.", List.of(new Reason("?state", "must be one of " + STATES))));
    }

    private static @Nullable String key(@Nullable String key) {
        if (key != null && key.length() > LONGEST_KEY) {
            throw Problem.badRequest(
                    NOTHING_FILED,
                    List.of(new Reason("Idempotency-Key", "must have at most " + LONGEST_KEY + " characters")));
        }
        return key == null || key.isBlank() ? null : key;
    }
}
