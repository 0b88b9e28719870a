package io.amends.ingest.repair;

import io.amends.contracts.Reason;
import io.amends.contracts.access.Scope;
import io.amends.contracts.api.BulkRepaired;
import io.amends.contracts.api.ResponseStanding;
import io.amends.contracts.api.ResponseStanding.QuarantineCause;
import io.amends.ingest.recorder.ResponseHistory;
import io.amends.ingest.recorder.ResponseStandings;
import io.amends.ingest.recorder.ResponseStandings.WaitingFilter;
import io.amends.ingest.repair.BulkRepair.CheckedBulkRepair;
import io.amends.ingest.response.ResponseKey;
import io.amends.ingest.submission.Malformed;
import io.amends.ingest.submission.SubmissionReader;
import io.amends.kit.access.Caller;
import io.amends.kit.access.Needs;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.form.SurveyForm;
import io.amends.kit.page.Page;
import io.amends.kit.page.PageRequest;
import io.amends.kit.problem.AddressedId;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Matter;
import io.amends.kit.rights.Permission;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What waits in quarantine, and its repair (A6). */
@Needs(value = Scope.SURVEYS_READ, may = Permission.SEE_ADMINISTRATION)
@Path("/v1/quarantine")
@Produces(MediaType.APPLICATION_JSON)
public class QuarantineResource {
    private static final String REPAIRED = "repaired";
    private static final String CAUSES =
            Arrays.stream(QuarantineCause.values()).map(Enum::name).collect(Collectors.joining(", "));

    private final ResponseStandings standings;
    private final Repairs repairs;
    private final BulkRepairs bulkRepairs;
    private final DirectoryView directory;
    private final Caller caller;

    QuarantineResource(
            ResponseStandings standings,
            Repairs repairs,
            BulkRepairs bulkRepairs,
            DirectoryView directory,
            Caller caller) {
        this.standings = standings;
        this.repairs = repairs;
        this.bulkRepairs = bulkRepairs;
        this.directory = directory;
        this.caller = caller;
    }

    /**
     * What waits; with {@code rgid} or {@code segment}, what names that support group or segment, and with {@code cause}
     * what waits for that reason.
     */
    @GET
    public Page<ResponseStanding> list(
            @QueryParam("cpc") @Nullable String cpc,
            @QueryParam("rgid") @Nullable String rgid,
            @QueryParam("segment") @Nullable String segment,
            @QueryParam("cause") @Nullable String cause,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("size") @Nullable Integer size) {
        WaitingFilter filter = new WaitingFilter(rgid, segment, cause == null ? null : cause(cause));
        return standings.quarantined(portal(cpc), filter, PageRequest.of(page, size));
    }

    /** Repairs many alike, or with {@code dryRun} tells what that would do. */
    @Needs(value = Scope.QUARANTINE_WRITE, may = Permission.ADMINISTER)
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public BulkRepaired repairMany(@Nullable BulkRepair body) {
        BulkRepair asked = body == null ? BulkRepair.NOTHING : body;
        String cpc = asked.portalCode();
        if (!cpc.isEmpty()) {
            caller.require(cpc);
            caller.require(
                    cpc,
                    Permission.ADMINISTER,
                    Matter.PORTAL,
                    Problem.notFound("There is nothing here that you may see."));
            directory.require(cpc);
        }
        CheckedBulkRepair checked = asked.checked();
        return Boolean.TRUE.equals(asked.dryRun())
                ? bulkRepairs.would(checked)
                : bulkRepairs.repair(
                        checked,
                        ResponseHistory.ChangeOrigin.person(
                                caller.signature(), REPAIRED, checked.fields().trimmed()));
    }

    @Needs(value = Scope.QUARANTINE_WRITE, may = Permission.ADMINISTER)
    @PATCH
    @Path("/{responseId}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public ResponseStanding repair(
            @PathParam("responseId") String responseId, @QueryParam("cpc") @Nullable String cpc, byte[] corrections) {
        return repairAny(responseId, cpc, corrections);
    }

    /** The same for every id, also for one that no path can carry. */
    @Needs(value = Scope.QUARANTINE_WRITE, may = Permission.ADMINISTER)
    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public ResponseStanding repairAny(
            @QueryParam("responseId") @Nullable String responseId,
            @QueryParam("cpc") @Nullable String cpc,
            byte[] corrections) {
        ResponseKey key = new ResponseKey(portal(cpc), AddressedId.of(responseId, "responseId"));
        try {
            SurveyForm.SurveyFields fields = SubmissionReader.fields(corrections);
            repairs.repair(
                    key,
                    fields.json(),
                    ResponseHistory.ChangeOrigin.person(caller.signature(), REPAIRED, fields.trimmed()));
        } catch (Malformed e) {
            throw Problem.badRequest("These are not the fields of a survey response.", e.reasons());
        }
        ResponseStanding standing = standings.of(key, caller.sight(key.portal(), Permission.SEE_RESPONSES));
        if (standing == null) {
            throw Problem.notFound("No response '" + key.responseId() + "' is known in this portal.");
        }
        return standing;
    }

    private String portal(@Nullable String cpc) {
        if (cpc == null || cpc.isBlank()) {
            throw Problem.badRequest(
                    "Say which portal: ?cpc=…", List.of(new Reason("?cpc", "the portal's code is missing")));
        }
        return directory.require(cpc).cpc();
    }

    private static QuarantineCause cause(String named) {
        return Arrays.stream(QuarantineCause.values())
                .filter(cause -> cause.name().equals(named))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest(
                        "There is no such reason.", List.of(new Reason("?cause", "must be one of " + CAUSES))));
    }
}
