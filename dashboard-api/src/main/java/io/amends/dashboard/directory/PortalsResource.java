package io.amends.dashboard.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.access.Scope;
import io.amends.contracts.directory.EntryType;
import io.amends.kit.access.Needs;
import io.amends.kit.page.Page;
import io.amends.kit.page.PageRequest;
import io.amends.kit.rights.Permission;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Portals over HTTP: {@code /v1/portals} and {@code /v1/portals/{cpc}}. */
@Needs(value = Scope.DIRECTORY_READ, may = Permission.SEE_DIRECTORY)
@Path("/v1/portals")
@Blocking
public class PortalsResource {
    private final DirectoryRequests requests;

    PortalsResource(DirectoryRequests requests) {
        this.requests = requests;
    }

    /** The portals that exist for the caller. */
    @GET
    public Page<ObjectNode> list(
            @QueryParam("page") @Nullable Integer page, @QueryParam("size") @Nullable Integer size) {
        return requests.portals(PageRequest.of(page, size));
    }

    /** Changes a portal. One that is not there yet is made by who may make portals. */
    @Needs(value = Scope.DIRECTORY_WRITE, may = Permission.CHANGE_DIRECTORY)
    @PUT
    @Path("/{cpc}")
    public Response put(
            @PathParam("cpc") String cpc,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable JsonNode portal) {
        return requests.put(EntryType.PORTAL, cpc, cpc, ifMatch, portal);
    }

    @GET
    @Path("/{cpc}")
    public RestResponse<ObjectNode> get(@PathParam("cpc") String cpc) {
        return requests.get(EntryType.PORTAL, cpc, cpc);
    }

    @Needs(value = Scope.DIRECTORY_WRITE, may = Permission.MAKE_PORTALS)
    @DELETE
    @Path("/{cpc}")
    public void delete(@PathParam("cpc") String cpc, @HeaderParam("If-Match") @Nullable String ifMatch) {
        requests.delete(EntryType.PORTAL, cpc, cpc, ifMatch);
    }
}
