package io.amends.dashboard.people.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.contracts.directory.Portal;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.layout.CsvAnswer;
import io.amends.dashboard.layout.Frame;
import io.amends.dashboard.layout.Frames;
import io.amends.dashboard.people.PeopleList;
import io.amends.dashboard.preferences.core.CsvFile;
import io.amends.dashboard.preferences.core.CsvFile.FileFault;
import io.amends.dashboard.preferences.core.CsvFile.Reading;
import io.amends.dashboard.preferences.core.ImportPlan.Effect;
import io.amends.dashboard.preferences.transfer.ImportView;
import io.amends.dashboard.preferences.transfer.Uploads;
import io.amends.dashboard.preferences.transfer.Uploads.Owner;
import io.amends.dashboard.responses.core.CsvCell;
import io.amends.kit.access.Caller;
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
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
    private static final int WRONG = 422;
    private static final int CHANGED = 412;

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance file(Frame frame, ImportView view);
    }

    private final PeopleImportPresenter presenter;
    private final PeopleImports imports;
    private final PeopleList people;
    private final Uploads uploads;
    private final Directory directory;
    private final Frames frames;
    private final Caller caller;

    PeopleImportPage(
            PeopleImportPresenter presenter,
            PeopleImports imports,
            PeopleList people,
            Uploads uploads,
            Directory directory,
            Frames frames,
            Caller caller) {
        this.presenter = presenter;
        this.imports = imports;
        this.people = people;
        this.uploads = uploads;
        this.directory = directory;
        this.frames = frames;
        this.caller = caller;
    }

    /** All people as a file that can be imported again. */
    @Opens(Permission.SEE_ADMINISTRATION)
    @GET
    @Path("/export/people")
    @Produces("text/csv")
    public Response export(@PathParam("cpc") String cpc) {
        directory.require(cpc);
        List<List<String>> lines =
                people.all(cpc).stream().map(PeoplePlan::cells).toList();
        return CsvAnswer.of(PeopleImportPresenter.WORD + "-" + cpc + ".csv", out -> write(lines, out));
    }

    /** Where a file is chosen. */
    @GET
    @Path("/import/people")
    public Response choose(@PathParam("cpc") String cpc) {
        return page(200, cpc, presenter.empty());
    }

    /** Shows what a file would change, and changes nothing. A form of the other kind is one without a file. */
    @POST
    @Path("/import/people")
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    public Response show(@PathParam("cpc") String cpc, @RestForm("file") @Nullable FileUpload file) throws IOException {
        directory.require(cpc);
        if (file == null || file.fileName().isEmpty()) {
            return page(WRONG, cpc, presenter.noFile());
        }
        if (file.size() > CsvFile.MOST_BYTES) {
            return page(WRONG, cpc, presenter.unreadable(new Reading.FaultyFile(FileFault.TOO_LARGE, 1)));
        }
        byte[] content = Files.readAllBytes(file.uploadedFile());
        Reading reading = CsvFile.read(content);
        if (reading instanceof Reading.FaultyFile why) {
            return page(WRONG, cpc, presenter.unreadable(why));
        }
        Reading.Table table = (Reading.Table) reading;
        if (table.rows().size() > PeopleImportPresenter.MOST_LINES) {
            return page(WRONG, cpc, presenter.tooMany());
        }
        PeoplePlan plan = imports.plan(cpc, table);
        return plan.troubles().isEmpty()
                ? page(
                        200,
                        cpc,
                        presenter.plan(plan, uploads.keep(owner(cpc), content).toString(), false))
                : page(WRONG, cpc, presenter.wrong(plan));
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
        Optional<UUID> id = id(upload);
        Optional<byte[]> content = id.flatMap(kept -> uploads.find(owner(cpc), kept));
        if (content.isEmpty() || !(CsvFile.read(content.get()) instanceof Reading.Table table)) {
            return page(WRONG, cpc, presenter.gone());
        }
        PeoplePlan plan = imports.plan(cpc, table);
        boolean asShown = plan.troubles().isEmpty() && plan.fingerprint().equals(fingerprint);
        if (!asShown || !imports.apply(cpc, plan)) {
            return again(cpc, imports.plan(cpc, table), id.get());
        }
        uploads.forget(id.get());
        return Response.seeOther(URI.create(
                        "/portals/" + cpc + "/people?added=" + Collections.frequency(plan.effects(), Effect.NEW)
                                + "&changed=" + Collections.frequency(plan.effects(), Effect.CHANGED)))
                .build();
    }

    private Response again(String cpc, PeoplePlan now, UUID upload) {
        return now.troubles().isEmpty()
                ? page(CHANGED, cpc, presenter.plan(now, upload.toString(), true))
                : page(WRONG, cpc, presenter.wrong(now));
    }

    private Response page(int status, String cpc, ImportView view) {
        Portal portal = directory.require(cpc);
        Frame frame = frames.of(cpc, portal.name(), "", Frame.Place.PEOPLE);
        return Response.status(status).entity(Templates.file(frame, view)).build();
    }

    private Owner owner(String cpc) {
        return new Owner(cpc, PeopleImportPresenter.WORD, caller.name());
    }

    private static void write(List<List<String>> lines, OutputStream out) throws IOException {
        try (Writer writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8))) {
            writer.write(CsvCell.BYTE_ORDER_MARK);
            writer.write(CsvCell.line(PeoplePlan.columns()));
            for (List<String> line : lines) {
                writer.write(CsvCell.line(line));
            }
        }
    }

    private static Optional<UUID> id(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
