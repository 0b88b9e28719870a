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

/** What is in a portal, over HTTP: groups, contacts, segments, regions, calendars, sources and channels. */
@Needs(value = Scope.DIRECTORY_READ, may = Permission.SEE_DIRECTORY)
@Path("/v1/portals/{cpc}/{collection: groups|contacts|segments|regions|calendars|sources|channels}")
@Blocking
public class EntriesResource {
    private final DirectoryRequests requests;

    EntriesResource(DirectoryRequests requests) {
        this.requests = requests;
    }

    @GET
    public Page<ObjectNode> list(
            @PathParam("cpc") String cpc,
            @PathParam("collection") String collection,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("size") @Nullable Integer size) {
        requests.requirePortal(cpc);
        return requests.list(type(collection), cpc, PageRequest.of(page, size));
    }

    @Needs(value = Scope.DIRECTORY_WRITE, may = Permission.CHANGE_DIRECTORY)
    @PUT
    @Path("/{code}")
    public Response put(
            @PathParam("cpc") String cpc,
            @PathParam("collection") String collection,
            @PathParam("code") String code,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable JsonNode entry) {
        return requests.put(type(collection), cpc, code, ifMatch, entry);
    }

    @GET
    @Path("/{code}")
    public RestResponse<ObjectNode> get(
            @PathParam("cpc") String cpc, @PathParam("collection") String collection, @PathParam("code") String code) {
        return requests.get(type(collection), cpc, code);
    }

    @Needs(value = Scope.DIRECTORY_WRITE, may = Permission.CHANGE_DIRECTORY)
    @DELETE
    @Path("/{code}")
    public void delete(
            @PathParam("cpc") String cpc,
            @PathParam("collection") String collection,
            @PathParam("code") String code,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        requests.delete(type(collection), cpc, code, ifMatch);
    }

    private static EntryType type(String collection) {
        return switch (collection) {
            case "groups" -> EntryType.GROUP;
            case "contacts" -> EntryType.CONTACT;
            case "regions" -> EntryType.REGION;
            case "calendars" -> EntryType.CALENDAR;
            case "sources" -> EntryType.SOURCE;
            case "channels" -> EntryType.CHANNEL;
            default -> EntryType.SEGMENT;
        };
    }
}
