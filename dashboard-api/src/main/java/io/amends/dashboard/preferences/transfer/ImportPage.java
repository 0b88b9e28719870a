package io.amends.dashboard.preferences.transfer;

import io.amends.contracts.directory.Portal;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.layout.Frame;
import io.amends.dashboard.layout.Frames;
import io.amends.dashboard.preferences.core.EntryCells;
import io.amends.dashboard.preferences.core.EntryList;
import io.amends.dashboard.preferences.core.ImportPlan;
import io.amends.dashboard.preferences.shared.SeenEntries;
import io.amends.dashboard.preferences.transfer.ImportFlow.ImportStep;
import io.amends.dashboard.preferences.transfer.ImportFlow.ImportStep.Applied;
import io.amends.dashboard.preferences.transfer.ImportFlow.ImportStep.Shown;
import io.amends.dashboard.preferences.transfer.ImportFlow.Imported;
import io.amends.dashboard.studio.core.FormFields;
import io.amends.dashboard.studio.shared.FormReader;
import io.amends.kit.access.Opens;
import io.amends.kit.rights.Permission;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/**
 * Groups, contacts and segments from a file and into one (F6). A file is shown with every problem by line and column, or
 * with what it would change, and then applied, all or nothing; the file that was shown is the one that is applied.
 */
@Opens(Permission.SEE_DIRECTORY)
@Path("/portals/{cpc}/preferences")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class ImportPage {
    private static final String LIST = "/{collection: groups|contacts|segments}";

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance file(Frame frame, String tab, ImportView view);
    }

    private final ImportPresenter presenter;
    private final Imports imports;
    private final ImportFlow flow;
    private final Directory directory;
    private final SeenEntries seen;
    private final FormReader forms;
    private final Frames frames;

    ImportPage(
            ImportPresenter presenter,
            Imports imports,
            ImportFlow flow,
            Directory directory,
            SeenEntries seen,
            FormReader forms,
            Frames frames) {
        this.presenter = presenter;
        this.imports = imports;
        this.flow = flow;
        this.directory = directory;
        this.seen = seen;
        this.forms = forms;
        this.frames = frames;
    }

    /** All entries of a list as a file that can be imported again. */
    @GET
    @Path("/export" + LIST)
    @Produces("text/csv")
    public Response export(@PathParam("cpc") String cpc, @PathParam("collection") String collection) {
        directory.require(cpc);
        EntryList list = list(collection);
        List<String> columns = EntryCells.columns(list.type());
        List<List<String>> lines = seen.all(list.type(), cpc).stream()
                .flatMap(stored -> stored.entry().map(entry -> EntryCells.of(columns, stored.code(), entry)).stream())
                .toList();
        return ImportFlow.export(list.word() + "-" + cpc + ".csv", columns, lines);
    }

    /** Where a file is chosen. */
    @Opens(Permission.CHANGE_DIRECTORY)
    @GET
    @Path("/import" + LIST)
    public Response choose(@PathParam("cpc") String cpc, @PathParam("collection") String collection) {
        return page(cpc, flow.choose(imported(cpc, list(collection))));
    }

    /** Shows what a file would change, and changes nothing. A form of the other kind is one without a file. */
    @Opens(Permission.CHANGE_DIRECTORY)
    @POST
    @Path("/import" + LIST)
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    public Response show(
            @PathParam("cpc") String cpc,
            @PathParam("collection") String collection,
            @RestForm("file") @Nullable FileUpload file)
            throws IOException {
        directory.require(cpc);
        return page(cpc, flow.show(imported(cpc, list(collection)), file));
    }

    /** Applies the file that was shown, all of it or nothing. */
    @Opens(Permission.CHANGE_DIRECTORY)
    @POST
    @Path("/import" + LIST + "/apply")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response apply(@PathParam("cpc") String cpc, @PathParam("collection") String collection, String body) {
        directory.require(cpc);
        EntryList list = list(collection);
        FormFields form = forms.read(body);
        ImportStep step = flow.apply(imported(cpc, list), form.text("upload"), form.text("fingerprint"));
        return step instanceof Applied applied
                ? Response.seeOther(URI.create("/portals/" + cpc + "/preferences/" + list.word() + applied.query()))
                        .build()
                : page(cpc, (Shown) step);
    }

    private Imported imported(String cpc, EntryList list) {
        return new Imported(cpc, presenter.list(list), table -> {
            ImportPlan plan = imports.plan(list, cpc, table);
            return presenter.plan(list, plan, () -> imports.apply(list, cpc, plan));
        });
    }

    private Response page(String cpc, Shown shown) {
        Portal portal = directory.require(cpc);
        Frame frame = frames.of(cpc, portal.name(), "", Frame.Place.PREFERENCES);
        ImportView view = shown.view();
        return Response.status(shown.status())
                .entity(Templates.file(frame, view.list().word(), view))
                .build();
    }

    private static EntryList list(String collection) {
        return EntryList.of(collection).orElseThrow();
    }
}
