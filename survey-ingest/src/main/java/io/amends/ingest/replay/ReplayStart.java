package io.amends.ingest.replay;

import io.amends.contracts.access.Scope;
import io.amends.contracts.api.NewReplay;
import io.amends.contracts.api.ReplayAccepted;
import io.amends.kit.access.Caller;
import io.amends.kit.access.Needs;
import io.amends.kit.rights.Permission;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads again what a source sent in a range, by the mapping and the directory as they are now (A12). */
@Needs(value = Scope.SECRETS_WRITE, may = Permission.ADMINISTER)
@Path("/v1/portals/{cpc}/sources/{code}/replay")
@Produces(MediaType.APPLICATION_JSON)
public class ReplayStart {
    private final ReplayDesk desk;
    private final Caller caller;

    ReplayStart(ReplayDesk desk, Caller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    /** Nothing is changed by a dry run; without {@code dryRun} it is applied. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response begin(@PathParam("cpc") String cpc, @PathParam("code") String code, @Nullable NewReplay sent) {
        UUID id = desk.begin(cpc, code, sent, caller);
        return Response.accepted(new ReplayAccepted(id.toString())).build();
    }
}
