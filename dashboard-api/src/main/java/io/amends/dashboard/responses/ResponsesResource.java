package io.amends.dashboard.responses;

import io.amends.contracts.access.Scope;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.layout.CsvAnswer;
import io.amends.dashboard.responses.core.ReportItem;
import io.amends.dashboard.responses.core.ReportQuery;
import io.amends.kit.access.Caller;
import io.amends.kit.access.Needs;
import io.amends.kit.page.Page;
import io.amends.kit.page.PageRequest;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Permission;
import io.amends.kit.rights.Sight;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The survey responses report over HTTP (F1): JSON in pages, or all of it as CSV. */
@Needs(value = Scope.RESPONSES_READ, may = Permission.SEE_RESPONSES)
@Path("/v1/portals/{cpc}/responses")
@Blocking
public class ResponsesResource {
    private final ResponsesReport report;
    private final Directory directory;
    private final ReportCsv csv;
    private final Caller caller;

    ResponsesResource(ResponsesReport report, Directory directory, ReportCsv csv, Caller caller) {
        this.report = report;
        this.directory = directory;
        this.csv = csv;
        this.caller = caller;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    public Response list(
            @PathParam("cpc") String cpc,
            @BeanParam ReportParameters asked,
            @QueryParam("format") @Nullable String format,
            @Context HttpHeaders headers) {
        ReportQuery.Reading reading = ReportQuery.read(asked.written());
        if (reading instanceof ReportQuery.Reading.Wrong wrong) {
            throw Problem.badRequest("The report cannot show what was asked for.", wrong.reasons());
        }
        ReportQuery query = reading.query();
        Sight sight = caller.sight(cpc, Permission.SEE_RESPONSES);
        if (CsvAnswer.asked(format, headers)) {
            return csv(cpc, sight, query);
        }
        Page<ReportItem> page = report.page(cpc, sight, query, PageRequest.of(asked.page(), asked.size()));
        return Response.ok(page, MediaType.APPLICATION_JSON_TYPE).build();
    }

    private Response csv(String cpc, Sight sight, ReportQuery query) {
        ZoneId zone = directory.require(cpc).timeZone();
        StreamingOutput body = out -> csv.write(cpc, sight, query, zone, out);
        return CsvAnswer.of("responses-" + cpc + ".csv", body);
    }
}
