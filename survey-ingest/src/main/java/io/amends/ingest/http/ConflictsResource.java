package io.amends.ingest.http;

import io.amends.contracts.access.Scope;
import io.amends.ingest.recorder.Conflict;
import io.amends.ingest.recorder.ResponseStandings;
import io.amends.kit.access.Needs;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.page.Page;
import io.amends.kit.page.PageRequest;
import io.amends.kit.rights.Permission;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Deliveries that came with another body under an id that was used before: not applied, but listed (A2). */
@Needs(value = Scope.SURVEYS_READ, may = Permission.SEE_ADMINISTRATION)
@Path("/v1/conflicts")
@Produces(MediaType.APPLICATION_JSON)
public class ConflictsResource {
    private final ResponseStandings standings;
    private final DirectoryView directory;

    ConflictsResource(ResponseStandings standings, DirectoryView directory) {
        this.standings = standings;
        this.directory = directory;
    }

    @GET
    public Page<Conflict> list(
            @QueryParam("cpc") @Nullable String cpc,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("size") @Nullable Integer size) {
        String portal = directory.require(Portals.required(cpc)).cpc();
        return standings.conflicts(portal, PageRequest.of(page, size));
    }
}
