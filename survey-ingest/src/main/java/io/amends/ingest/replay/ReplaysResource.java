package io.amends.ingest.replay;

import io.amends.contracts.Reason;
import io.amends.contracts.access.Scope;
import io.amends.contracts.api.SourceReplay;
import io.amends.contracts.api.SourceReplays;
import io.amends.kit.access.Needs;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Permission;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Replays that are there: how far each is, and what it has found (A12). */
@Needs(value = Scope.SURVEYS_READ, may = Permission.SEE_ADMINISTRATION)
@Path("/v1/portals/{cpc}/replays")
@Produces(MediaType.APPLICATION_JSON)
public class ReplaysResource {
    private final ReplayStore store;
    private final ReplayDesk desk;

    ReplaysResource(ReplayStore store, ReplayDesk desk) {
        this.store = store;
        this.desk = desk;
    }

    /** The last ones of a source, the newest first. */
    @GET
    public SourceReplays list(@PathParam("cpc") String cpc, @QueryParam("source") @Nullable String source) {
        if (source == null || source.isBlank()) {
            throw Problem.badRequest("The source is missing.", List.of(new Reason("/source", "is missing")));
        }
        return new SourceReplays(store.last(desk.source(cpc, source)));
    }

    /** One of them. */
    @GET
    @Path("/{id}")
    public SourceReplay find(@PathParam("cpc") String cpc, @PathParam("id") String id) {
        Problem missing = Problem.notFound("There is no replay '" + id + "'.");
        try {
            UUID read = UUID.fromString(id);
            return store.find(cpc, read)
                    .filter(of -> read.toString().equals(id.toLowerCase(Locale.ROOT)))
                    .map(StoredReplay::view)
                    .orElseThrow(() -> missing);
        } catch (IllegalArgumentException e) {
            throw missing;
        }
    }
}
