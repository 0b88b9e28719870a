package io.amends.ingest.imports;

import io.amends.contracts.Reason;
import io.amends.contracts.access.Scope;
import io.amends.contracts.api.ImportPreset;
import io.amends.contracts.api.ImportPreview;
import io.amends.contracts.api.ImportState;
import io.amends.contracts.api.SurveyImport;
import io.amends.ingest.http.Portals;
import io.amends.ingest.imports.core.FileFormat;
import io.amends.kit.access.Caller;
import io.amends.kit.access.Needs;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.page.Page;
import io.amends.kit.page.PageRequest;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Matter;
import io.amends.kit.rights.Permission;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Imports that are there: looked at, started, and how far each is (A1). */
@Needs(value = Scope.SURVEYS_WRITE, may = Permission.SEE_ADMINISTRATION)
@Path("/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
public class ImportsResource {
    private static final String CSV = "text/csv";

    private final ImportIntake intake;
    private final ImportStore store;
    private final ImportFiles files;
    private final ImportPreviews previews;
    private final ImportPresets presets;
    private final ImportEndings endings;
    private final RefusedRows refused;
    private final DirectoryView directory;
    private final Caller caller;

    ImportsResource(
            ImportIntake intake,
            ImportStore store,
            ImportFiles files,
            ImportPreviews previews,
            ImportPresets presets,
            ImportEndings endings,
            RefusedRows refused,
            DirectoryView directory,
            Caller caller) {
        this.intake = intake;
        this.store = store;
        this.files = files;
        this.previews = previews;
        this.presets = presets;
        this.endings = endings;
        this.refused = refused;
        this.directory = directory;
        this.caller = caller;
    }

    /** The imports of a portal, the newest first. */
    @GET
    public Page<SurveyImport> list(
            @QueryParam("cpc") @Nullable String cpc,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("size") @Nullable Integer size) {
        return store.list(portal(cpc), PageRequest.of(page, size));
    }

    /** How far an import is. */
    @GET
    @Path("/{id}")
    public SurveyImport find(@PathParam("id") String id) {
        return seen(id, Permission.SEE_ADMINISTRATION).view();
    }

    /** The rows that were refused, each with the reasons. */
    @GET
    @Path("/{id}/refused")
    @Produces(CSV)
    public Response refused(@PathParam("id") String id) {
        StoredImport of = seen(id, Permission.SEE_ADMINISTRATION);
        return Response.ok(refused.of(of.id()), MediaType.valueOf("text/csv; charset=utf-8; header=present"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"refused-" + of.id() + ".csv\"")
                .build();
    }

    /** The same as the preview of a file, for one that is held. */
    @GET
    @Path("/{id}/preview")
    public ImportPreview heldPreview(@PathParam("id") String id, @QueryParam("preset") @Nullable String preset)
            throws IOException {
        StoredImport held = seen(id, Permission.SEE_ADMINISTRATION);
        byte[] beginning = files.beginning(held.id());
        if (beginning.length == 0) {
            throw Problem.conflict("The file of this import is not kept any more.");
        }
        boolean complete = beginning.length == held.view().bytes();
        FileFormat format = FileFormat.of(beginning, held.encoding(), complete);
        ImportPreset by = presets.named(held.portal(), given(preset));
        return previews.of(held.portal(), beginning, complete, format, by, at -> files.from(held.id(), at));
    }

    /** Imports a file that is held. */
    @Needs(value = Scope.SURVEYS_WRITE, may = Permission.ADMINISTER)
    @POST
    @Path("/{id}/start")
    public SurveyImport start(@PathParam("id") String id, @QueryParam("preset") @Nullable String preset)
            throws IOException {
        StoredImport held = seen(id, Permission.ADMINISTER);
        intake.start(held, given(preset), caller);
        return seen(id, Permission.SEE_ADMINISTRATION).view();
    }

    /**
     * Deletes a file that is held, or cancels an import that runs: what it took stays, and the rest is not read. With the
     * state HELD nothing but a file that is held is ended.
     */
    @Needs(value = Scope.SURVEYS_WRITE, may = Permission.ADMINISTER)
    @DELETE
    @Path("/{id}")
    public void end(@PathParam("id") String id, @QueryParam("state") @Nullable String state) {
        StoredImport of = seen(id, Permission.ADMINISTER);
        if (state == null) {
            endings.end(of, caller);
        } else if (state.equals(ImportState.HELD.name())) {
            endings.delete(of, caller);
        } else {
            throw Problem.badRequest(
                    "There is no such state to be ended alone.", List.of(new Reason("?state", "must be HELD")));
        }
    }

    private String portal(@Nullable String cpc) {
        return directory.require(Portals.required(cpc)).cpc();
    }

    private StoredImport seen(String id, Permission action) {
        Problem missing = Problem.notFound("There is no import '" + id + "'.");
        StoredImport found = uuid(id, missing);
        caller.require(found.portal(), action, Matter.PORTAL, missing);
        return found;
    }

    private StoredImport uuid(String id, Problem missing) {
        try {
            UUID read = UUID.fromString(id);
            return store.find(read)
                    .filter(of -> read.toString().equals(id.toLowerCase(Locale.ROOT)) && caller.may(of.portal()))
                    .orElseThrow(() -> missing);
        } catch (IllegalArgumentException e) {
            throw missing;
        }
    }

    /** The name that a parameter says; null where it says none. */
    static @Nullable String given(@Nullable String name) {
        return name == null || name.isBlank() ? null : name;
    }
}
