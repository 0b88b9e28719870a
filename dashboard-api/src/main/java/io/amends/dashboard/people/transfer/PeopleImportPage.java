package io.amends.dashboard.people.transfer;

import io.amends.contracts.directory.Portal;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.layout.Frame;
import io.amends.dashboard.layout.Frames;
import io.amends.dashboard.people.PeopleList;
import io.amends.dashboard.preferences.transfer.ImportFlow;
import io.amends.dashboard.preferences.transfer.ImportFlow.ImportStep;
import io.amends.dashboard.preferences.transfer.ImportFlow.ImportStep.Applied;
import io.amends.dashboard.preferences.transfer.ImportFlow.ImportStep.Shown;
import io.amends.dashboard.preferences.transfer.ImportFlow.Imported;
import io.amends.dashboard.preferences.transfer.ImportView;
import io.amends.kit.access.Opens;
import io.amends.kit.rights.Permission;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/**
 * A portal's people from a file and into one (F6, H1): shown with every problem by line and column, or with what it would
 * change, and then applied, all or nobody; the file that was shown is the one that is applied.
 */
@Opens(Permission.ADMINISTER)
@Path("/portals/{cpc}/preferences")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class PeopleImportPage {
    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance file(Frame frame, ImportView view);
    }

    private final PeopleImportPresenter presenter;
    private final PeopleImports imports;
    private final PeopleList people;
    private final ImportFlow flow;
    private final Directory directory;
    private final Frames frames;

    PeopleImportPage(
            PeopleImportPresenter presenter,
            PeopleImports imports,
            PeopleList people,
            ImportFlow flow,
            Directory directory,
            Frames frames) {
        this.presenter = presenter;
        this.imports = imports;
        this.people = people;
        this.flow = flow;
        this.directory = directory;
        this.frames = frames;
    }

    /** All people as a file that can be imported again. */
    @Opens(Permission.SEE_ADMINISTRATION)
    @GET
    @Path("/export/people")
    @Produces("text/csv")
    public Response export(@PathParam("cpc") String cpc) {
        directory.require(cpc);
        return ImportFlow.export(
                PeopleImportPresenter.WORD + "-" + cpc + ".csv",
                PeoplePlan.columns(),
                people.all(cpc).stream().map(PeoplePlan::cells).toList());
    }

    /** Where a file is chosen. */
    @GET
    @Path("/import/people")
    public Response choose(@PathParam("cpc") String cpc) {
        return page(cpc, flow.choose(imported(cpc)));
    }

    /** Shows what a file would change, and changes nothing. A form of the other kind is one without a file. */
    @POST
    @Path("/import/people")
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    public Response show(@PathParam("cpc") String cpc, @RestForm("file") @Nullable FileUpload file) throws IOException {
        directory.require(cpc);
        return page(cpc, flow.show(imported(cpc), file));
    }

    /** Applies the file that was shown, all of it or nothing. */
    @POST
    @Path("/import/people/apply")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response apply(
            @PathParam("cpc") String cpc,
            @FormParam("upload") @Nullable String upload,
            @FormParam("fingerprint") @Nullable String fingerprint) {
        directory.require(cpc);
        ImportStep step = flow.apply(imported(cpc), upload, fingerprint);
        return step instanceof Applied applied
                ? Response.seeOther(URI.create("/portals/" + cpc + "/people" + applied.query()))
                        .build()
                : page(cpc, (Shown) step);
    }

    private Imported imported(String cpc) {
        return new Imported(cpc, presenter.list(), table -> {
            PeoplePlan plan = imports.plan(cpc, table);
            return presenter.plan(plan, () -> imports.apply(cpc, plan));
        });
    }

    private Response page(String cpc, Shown shown) {
        Portal portal = directory.require(cpc);
        Frame frame = frames.of(cpc, portal.name(), "", Frame.Place.PEOPLE);
        return Response.status(shown.status())
                .entity(Templates.file(frame, shown.view()))
                .build();
    }
}
