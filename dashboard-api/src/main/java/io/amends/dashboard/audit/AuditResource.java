package io.amends.dashboard.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.access.Scope;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.audit.core.AuditQuery;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.layout.CsvAnswer;
import io.amends.kit.access.Needs;
import io.amends.kit.csv.CsvCell;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Permission;
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
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The audit log over HTTP (H4): JSON in pages, or all of it as CSV. There is nothing that changes it. */
@Needs(value = Scope.AUDIT_READ, may = Permission.SEE_AUDIT)
@Path("/v1/portals/{cpc}/audit")
@Blocking
public class AuditResource {
    private static final List<String> COLUMNS = List.of(
            "at", "who", "by", "key", "what", "subject", "before", "after", "reason", "address", "count", "portal");

    private final AuditLog log;
    private final Directory directory;

    AuditResource(AuditLog log, Directory directory) {
        this.log = log;
        this.directory = directory;
    }

    /**
     * The entries of a portal, newest first. A portal that was deleted keeps its log; days are those of UTC then.
     *
     * @param format csv for a link, which cannot ask with Accept
     */
    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    public Response list(
            @PathParam("cpc") String cpc,
            @BeanParam AuditParameters asked,
            @QueryParam("format") @Nullable String format,
            @Context HttpHeaders headers) {
        AuditQuery.Reading reading = AuditQuery.read(asked.written());
        if (!reading.reasons().isEmpty()) {
            throw Problem.badRequest("The audit log cannot show what was asked for.", reading.reasons());
        }
        boolean csv = CsvAnswer.asked(format, headers);
        Optional<Portal> portal = directory.portal(cpc);
        if (portal.isEmpty() && !log.knows(cpc)) {
            throw Problem.noPortal(cpc);
        }
        ZoneId zone = portal.map(Portal::timeZone).orElse(ZoneOffset.UTC);
        if (csv) {
            AuditLog.Entries entries = log.all(cpc, reading.query(), zone);
            return CsvAnswer.of("audit-" + cpc + ".csv", out -> write(entries, out));
        }
        return Response.ok(log.page(cpc, reading.query(), zone, asked.paging()), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private static void write(AuditLog.Entries entries, OutputStream out) throws IOException {
        try (Writer writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8), 1 << 16)) {
            writer.write(CsvCell.BYTE_ORDER_MARK + CsvCell.line(COLUMNS));
            entries.each(entry -> {
                try {
                    writer.write(CsvCell.line(
                            COLUMNS.stream().map(column -> cell(entry, column)).toList()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static String cell(ObjectNode entry, String column) {
        JsonNode value = entry.path(column);
        return value.isMissingNode() || value.isNull() ? "" : value.isTextual() ? value.textValue() : value.toString();
    }
}
