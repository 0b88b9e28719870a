package io.amends.ingest.imports;

import io.amends.contracts.Reason;
import io.amends.contracts.access.Scope;
import io.amends.contracts.api.ImportPreset;
import io.amends.contracts.api.NamedImportPreset;
import io.amends.contracts.directory.EntryRules;
import io.amends.ingest.imports.core.PresetRules;
import io.amends.kit.access.Caller;
import io.amends.kit.access.Needs;
import io.amends.kit.audit.AuditTrail;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.page.Page;
import io.amends.kit.page.PageRequest;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Permission;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What the columns of a portal's files mean (A1). */
@Needs(value = Scope.SURVEYS_WRITE, may = Permission.SEE_ADMINISTRATION)
@Path("/v1/portals/{cpc}/import-presets")
@Produces(MediaType.APPLICATION_JSON)
public class ImportPresetsResource {
    private final Jdbi jdbi;
    private final ImportPresets presets;
    private final DirectoryView directory;
    private final AuditTrail trail;
    private final Caller caller;

    ImportPresetsResource(Jdbi jdbi, ImportPresets presets, DirectoryView directory, AuditTrail trail, Caller caller) {
        this.jdbi = jdbi;
        this.presets = presets;
        this.directory = directory;
        this.trail = trail;
        this.caller = caller;
    }

    /** All of a portal, by name. */
    @GET
    public Page<NamedImportPreset> list(
            @PathParam("cpc") String cpc,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("size") @Nullable Integer size) {
        return presets.list(directory.require(cpc).cpc(), PageRequest.of(page, size));
    }

    @GET
    @Path("/{name}")
    public ImportPreset find(@PathParam("cpc") String cpc, @PathParam("name") String name) {
        return presets.find(directory.require(cpc).cpc(), name).orElseThrow(() -> missing(name));
    }

    /** Saves one, in the place of what had its name. */
    @Needs(value = Scope.SURVEYS_WRITE, may = Permission.ADMINISTER)
    @PUT
    @Path("/{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    public ImportPreset save(
            @PathParam("cpc") String cpc, @PathParam("name") String name, @Nullable ImportPreset sent) {
        String portal = directory.require(cpc).cpc();
        if (!EntryRules.isCode(name)) {
            throw Problem.badRequest(
                    "Nothing was saved.",
                    List.of(new Reason("{name}", "must be 1 to 64 letters, digits, dots, hyphens and underscores")));
        }
        ImportPreset preset = sent == null ? ImportPreset.NONE : sent;
        List<Reason> faults = PresetRules.faults(preset);
        if (!faults.isEmpty()) {
            throw Problem.badRequest("Nothing was saved.", faults);
        }
        jdbi.useTransaction(tx -> {
            ImportPreset was = ImportPresets.find(tx, portal, name).orElse(null);
            ImportPresets.put(tx, portal, name, preset);
            trail.add(tx, caller.signature(), ImportAudit.preset(portal, name, was, preset));
        });
        return preset;
    }

    /** Deletes one. Imports that were started by it keep what their columns mean. */
    @Needs(value = Scope.SURVEYS_WRITE, may = Permission.ADMINISTER)
    @DELETE
    @Path("/{name}")
    public void delete(@PathParam("cpc") String cpc, @PathParam("name") String name) {
        String portal = directory.require(cpc).cpc();
        jdbi.useTransaction(tx -> {
            ImportPreset was = ImportPresets.find(tx, portal, name).orElseThrow(() -> missing(name));
            ImportPresets.delete(tx, portal, name);
            trail.add(tx, caller.signature(), ImportAudit.presetDeleted(portal, name, was));
        });
    }

    private static Problem missing(String name) {
        return Problem.notFound("There is no preset '" + name + "'.");
    }
}
