package io.amends.ingest.http;

import io.amends.contracts.Reason;
import io.amends.contracts.ResponseState;
import io.amends.contracts.access.Scope;
import io.amends.contracts.api.ResponseStanding;
import io.amends.ingest.recorder.ResponseStandings;
import io.amends.ingest.response.ResponseKey;
import io.amends.ingest.submission.BatchBody;
import io.amends.ingest.submission.Malformed;
import io.amends.ingest.submission.SubmissionReader;
import io.amends.kit.access.Caller;
import io.amends.kit.access.Needs;
import io.amends.kit.access.RequestLimits;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.problem.AddressedId;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Matter;
import io.amends.kit.rights.Permission;
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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Survey responses in, one or many, and how each stands (A1, A2). */
@Needs(value = Scope.SURVEYS_READ, may = Permission.SEE_RESPONSES)
@Path("/v1/surveys")
@Produces(MediaType.APPLICATION_JSON)
public class SurveysResource {
    private static final String NDJSON = "application/x-ndjson";
    private static final int LONGEST_KEY = 500;

    private final FrontDoor door;
    private final ResponseStandings standings;
    private final DirectoryView directory;
    private final RequestLimits limits;
    private final Caller caller;

    SurveysResource(
            FrontDoor door, ResponseStandings standings, DirectoryView directory, RequestLimits limits, Caller caller) {
        this.door = door;
        this.standings = standings;
        this.directory = directory;
        this.limits = limits;
        this.caller = caller;
    }

    /** The answer to one event, the same again for a repetition. */
    public record AcceptedEvent(String eventId, String responseId, String status) {}

    /** An event of a batch that was not taken. */
    public record RefusedEvent(int index, String reason) {}

    /** The answer to a batch. */
    public record BatchAnswer(int accepted, List<RefusedEvent> refused) {}

    @Needs(value = Scope.SURVEYS_WRITE, may = Permission.SUBMIT_SURVEYS)
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response submit(byte[] body, @HeaderParam("Idempotency-Key") @Nullable String key) {
        onlyMachines();
        if (body.length > SubmissionReader.MAX_BYTES) {
            throw tooLarge("An event", body.length, SubmissionReader.MAX_BYTES);
        }
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw Problem.badRequest(
                    "The Idempotency-Key has 1 to " + LONGEST_KEY + " characters.",
                    List.of(new Reason("Idempotency-Key", "is blank or too long")));
        }
        try {
            FrontDoor.Admission admitted = door.admit(body, key, FrontDoor.deadline());
            door.take(List.of(admitted));
            return Response.accepted(new AcceptedEvent(
                            admitted.event().id(),
                            admitted.submission().response().responseId(),
                            "accepted"))
                    .build();
        } catch (Malformed e) {
            throw Problem.badRequest("This is not a survey response.", e.reasons());
        }
    }

    @Needs(value = Scope.SURVEYS_WRITE, may = Permission.SUBMIT_SURVEYS)
    @POST
    @Path("/batch")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response array(byte[] body) {
        onlyMachines();
        limit(body);
        try {
            return batch(BatchBody.array(body));
        } catch (Malformed e) {
            throw Problem.badRequest("This is not a batch of survey responses.", e.reasons());
        }
    }

    @Needs(value = Scope.SURVEYS_WRITE, may = Permission.SUBMIT_SURVEYS)
    @POST
    @Path("/batch")
    @Consumes(NDJSON)
    public Response lines(byte[] body) {
        onlyMachines();
        limit(body);
        return batch(BatchBody.lines(body));
    }

    @GET
    @Path("/{responseId}")
    public ResponseStanding standing(
            @PathParam("responseId") String responseId, @QueryParam("cpc") @Nullable String cpc) {
        return standingOfAny(responseId, cpc);
    }

    /** The same for every id, also for one that no path can carry, such as "..". */
    @GET
    public ResponseStanding standingOfAny(
            @QueryParam("responseId") @Nullable String responseId, @QueryParam("cpc") @Nullable String cpc) {
        String portal = Portals.required(cpc);
        directory.require(portal);
        String id = AddressedId.of(responseId, "responseId");
        ResponseStanding standing =
                standings.of(new ResponseKey(portal, id), caller.sight(portal, Permission.SEE_RESPONSES));
        Problem missing = Problem.notFound("No response '" + id + "' is known in portal '" + portal + "' yet.");
        if (standing == null) {
            throw missing;
        }
        if (standing.state() == ResponseState.QUARANTINED) {
            // The group that it names may not be one.
            caller.require(portal, Permission.SEE_ADMINISTRATION, Matter.PORTAL, missing);
        } else {
            String group = String.valueOf(standing.supportGroup());
            caller.require(portal, Permission.SEE_RESPONSES, Matter.ofGroup(group), missing);
        }
        return standing;
    }

    /** Whoever signed in is told so before anything else, whatever the body says. */
    private void onlyMachines() {
        if (caller.person() != null) {
            throw Problem.forbidden("Surveys are sent by machines with their own API keys, and not by people.");
        }
    }

    private Response batch(List<byte[]> events) {
        if (events.size() > BatchBody.MAX_EVENTS) {
            throw tooLarge("A batch of " + events.size() + " events", events.size(), BatchBody.MAX_EVENTS);
        }
        limits.batch(caller, events.size());
        List<FrontDoor.Admission> admitted = new ArrayList<>();
        List<RefusedEvent> refused = new ArrayList<>();
        long deadline = FrontDoor.deadline(); // one for all: a batch for no portal is refused in time
        for (int i = 0; i < events.size(); i++) {
            try {
                admitted.add(door.admit(events.get(i), null, deadline));
            } catch (Malformed | Problem e) {
                refused.add(new RefusedEvent(i, String.valueOf(e.getMessage())));
            }
        }
        door.take(admitted);
        return Response.accepted(new BatchAnswer(admitted.size(), refused)).build();
    }

    private static void limit(byte[] body) {
        if (body.length > BatchBody.MAX_BYTES) {
            throw tooLarge("A batch", body.length, BatchBody.MAX_BYTES);
        }
    }

    private static Problem tooLarge(String what, long size, long limit) {
        return Problem.of(413, "Content too large", "%s is limited to %d; this has %d.".formatted(what, limit, size));
    }
}
