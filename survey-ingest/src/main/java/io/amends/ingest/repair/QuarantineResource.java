package io.amends.ingest.repair;

import io.amends.contracts.Reason;
import io.amends.contracts.access.Scope;
import io.amends.ingest.recorder.ResponseHistory;
import io.amends.ingest.recorder.ResponseStanding;
import io.amends.ingest.recorder.ResponseStandings;
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
import io.amends.kit.rights.Permission;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What waits in quarantine, and its repair (A6). */
@Needs(value = Scope.SURVEYS_READ, may = Permission.SEE_ADMINISTRATION)
@Path("/v1/quarantine")
@Produces(MediaType.APPLICATION_JSON)
public class QuarantineResource {
    private final ResponseStandings standings;
    private final Repairs repairs;
    private final DirectoryView directory;
    private final Caller caller;

    QuarantineResource(ResponseStandings standings, Repairs repairs, DirectoryView directory, Caller caller) {
        this.standings = standings;
        this.repairs = repairs;
        this.directory = directory;
        this.caller = caller;
    }

    /** What waits; with {@code rgid} or {@code segment}, what names that support group or segment. */
    @GET
    public Page<ResponseStanding> list(
            @QueryParam("cpc") @Nullable String cpc,
            @QueryParam("rgid") @Nullable String rgid,
            @QueryParam("segment") @Nullable String segment,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("size") @Nullable Integer size) {
        return standings.quarantined(portal(cpc), rgid, segment, PageRequest.of(page, size));
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
                    ResponseHistory.ChangeOrigin.person(caller.signature(), "repaired", fields.trimmed()));
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
}
