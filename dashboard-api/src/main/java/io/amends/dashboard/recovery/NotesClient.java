package io.amends.dashboard.recovery;

import io.amends.contracts.CaseView;
import io.amends.contracts.NoteView;
import io.amends.contracts.api.CloseRequest;
import io.amends.contracts.api.NewNote;
import io.amends.contracts.api.Recovery;
import io.amends.dashboard.client.InTheName;
import io.amends.dashboard.client.RefusedCall;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** notes-service, as far as the dialog needs it. */
@RegisterRestClient(configKey = "notes")
@RegisterProvider(InTheName.class)
@ClientHeaderParam(name = "Authorization", value = "Bearer ${amends.api-key}")
@Path("/v1")
public interface NotesClient {
    @GET
    @Path("/portals/{cpc}/recovery")
    Recovery find(
            @PathParam("cpc") String cpc,
            @QueryParam("rgid") @Nullable String rgid,
            @QueryParam("date") @Nullable String date,
            @QueryParam("tid") @Nullable String tid,
            @QueryParam("rid") List<String> rid);

    @POST
    @Path("/portals/{cpc}/responses/notes")
    @Consumes(MediaType.APPLICATION_JSON)
    @Nullable
    NoteView write(
            @PathParam("cpc") String cpc,
            @QueryParam("responseId") String responseId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            NewNote note);

    @POST
    @Path("/cases/{caseId}/close")
    @Consumes(MediaType.APPLICATION_JSON)
    CaseView close(@PathParam("caseId") String caseId, CloseRequest closing);

    /** What notes-service refuses becomes an exception that says what and why. */
    @ClientExceptionMapper
    static RuntimeException refused(Response response) {
        return RefusedCall.of(response);
    }
}
