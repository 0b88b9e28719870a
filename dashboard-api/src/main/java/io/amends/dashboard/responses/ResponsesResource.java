package io.amends.dashboard.responses;

import io.amends.contracts.Reason;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.responses.core.ReportItem;
import io.amends.dashboard.responses.core.ReportQuery;
import io.amends.kit.page.Page;
import io.amends.kit.page.PageRequest;
import io.amends.kit.problem.Problem;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The survey responses report over HTTP (F1): JSON in pages, or all of it as CSV. */
@Path("/v1/portals/{cpc}/responses")
@Blocking
public class ResponsesResource {
    private static final MediaType CSV = new MediaType("text", "csv");

    private final ResponsesReport report;
    private final Directory directory;
    private final ReportCsv csv;

    ResponsesResource(ResponsesReport report, Directory directory, ReportCsv csv) {
        this.report = report;
        this.directory = directory;
        this.csv = csv;
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
        if (format != null && !"csv".equals(format)) {
            throw Problem.badRequest(
                    "The report is not there in that format.",
                    List.of(new Reason("/format", "format is csv, or left out for JSON")));
        }
        // A link cannot ask with Accept, so that it asks with an address.
        if ("csv".equals(format) || prefersCsv(headers)) {
            return csv(cpc, query);
        }
        Page<ReportItem> page = report.page(cpc, query, PageRequest.of(asked.page(), asked.size()));
        return Response.ok(page, MediaType.APPLICATION_JSON_TYPE).build();
    }

    /** What the caller would rather have of the two; the platform has refused whoever wants neither. */
    private static boolean prefersCsv(HttpHeaders headers) {
        return headers.getAcceptableMediaTypes().stream()
                .filter(t -> t.isCompatible(MediaType.APPLICATION_JSON_TYPE) || t.isCompatible(CSV))
                .findFirst()
                .map(best -> !best.isCompatible(MediaType.APPLICATION_JSON_TYPE))
                .orElse(false);
    }

    private Response csv(String cpc, ReportQuery query) {
        ZoneId zone = directory.require(cpc).timeZone();
        StreamingOutput body = out -> csv.write(cpc, query, zone, out);
        return Response.ok(body, MediaType.valueOf("text/csv; charset=utf-8; header=present"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"responses-" + cpc + ".csv\"")
                .build();
    }
}
