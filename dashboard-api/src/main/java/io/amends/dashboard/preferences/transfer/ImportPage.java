package io.amends.dashboard.preferences.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.contracts.directory.Portal;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.layout.CsvAnswer;
import io.amends.dashboard.layout.Frame;
import io.amends.dashboard.layout.Frames;
import io.amends.dashboard.preferences.core.CsvFile;
import io.amends.dashboard.preferences.core.CsvFile.FileFault;
import io.amends.dashboard.preferences.core.CsvFile.Reading;
import io.amends.dashboard.preferences.core.EntryCells;
import io.amends.dashboard.preferences.core.EntryList;
import io.amends.dashboard.preferences.core.ImportPlan;
import io.amends.dashboard.preferences.shared.SeenEntries;
import io.amends.dashboard.preferences.transfer.Uploads.Owner;
import io.amends.dashboard.responses.core.CsvCell;
import io.amends.dashboard.studio.core.FormFields;
import io.amends.dashboard.studio.shared.FormReader;
import io.amends.kit.access.Caller;
import io.amends.kit.access.Opens;
import io.amends.kit.problem.Problem;
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
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
    private static final int WRONG = 422;
    private static final int CHANGED = 412;

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance file(Frame frame, String tab, ImportView view);
    }

    private final ImportPresenter presenter;
    private final Imports imports;
    private final Uploads uploads;
    private final Directory directory;
    private final SeenEntries seen;
    private final FormReader forms;
    private final Frames frames;
    private final Caller caller;

    ImportPage(
            ImportPresenter presenter,
            Imports imports,
            Uploads uploads,
            Directory directory,
            SeenEntries seen,
            FormReader forms,
            Frames frames,
            Caller caller) {
        this.presenter = presenter;
        this.imports = imports;
        this.uploads = uploads;
        this.directory = directory;
        this.seen = seen;
        this.forms = forms;
        this.frames = frames;
        this.caller = caller;
    }

    /** All entries of a list as a file that can be imported again. */
    @GET
    @Path("/export" + LIST)
    @Produces("text/csv")
    public Response export(@PathParam("cpc") String cpc, @PathParam("collection") String collection) {
        directory.require(cpc);
        EntryList list = list(collection);
        List<String> columns = EntryCells.columns(list.type());
        List<List<String>> lines = new ArrayList<>();
        lines.add(columns);
        seen.all(list.type(), cpc).forEach(stored -> stored.entry()
                .ifPresent(entry -> lines.add(EntryCells.of(columns, stored.code(), entry))));
        return CsvAnswer.of(list.word() + "-" + cpc + ".csv", out -> write(lines, out));
    }

    /** Where a file is chosen. */
    @Opens(Permission.CHANGE_DIRECTORY)
    @GET
    @Path("/import" + LIST)
    public Response choose(@PathParam("cpc") String cpc, @PathParam("collection") String collection) {
        Portal portal = directory.require(cpc);
        return page(200, cpc, portal, presenter.empty(list(collection)), list(collection));
    }

    /** Shows what a file would change, and changes nothing. */
    @Opens(Permission.CHANGE_DIRECTORY)
    @POST
    @Path("/import" + LIST)
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    public Response show(
            @PathParam("cpc") String cpc,
            @PathParam("collection") String collection,
            @RestForm("file") @Nullable FileUpload file)
            throws IOException {
        Portal portal = directory.require(cpc);
        EntryList list = list(collection);
        if (file == null || file.fileName().isEmpty()) {
            return page(WRONG, cpc, portal, presenter.noFile(list), list);
        }
        if (file.size() > CsvFile.MOST_BYTES) {
            Reading.FaultyFile tooLarge = new Reading.FaultyFile(FileFault.TOO_LARGE, 1);
            return page(WRONG, cpc, portal, presenter.unreadable(list, tooLarge), list);
        }
        byte[] content = Files.readAllBytes(file.uploadedFile());
        Reading reading = CsvFile.read(content);
        if (reading instanceof Reading.FaultyFile why) {
            return page(WRONG, cpc, portal, presenter.unreadable(list, why), list);
        }
        ImportPlan plan = imports.plan(list, cpc, (Reading.Table) reading);
        if (!plan.troubles().isEmpty()) {
            return page(WRONG, cpc, portal, presenter.wrong(list, plan), list);
        }
        String kept = uploads.keep(owner(list, cpc), content).toString();
        return page(200, cpc, portal, presenter.plan(list, plan, kept, false), list);
    }

    /** Applies the file that was shown, all of it or nothing. */
    @Opens(Permission.CHANGE_DIRECTORY)
    @POST
    @Path("/import" + LIST + "/apply")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response apply(@PathParam("cpc") String cpc, @PathParam("collection") String collection, String body) {
        Portal portal = directory.require(cpc);
        EntryList list = list(collection);
        FormFields form = forms.read(body);
        Optional<UUID> id = id(form.text("upload"));
        Optional<byte[]> content = id.flatMap(kept -> uploads.find(owner(list, cpc), kept));
        if (content.isEmpty() || !(CsvFile.read(content.get()) instanceof Reading.Table table)) {
            return page(WRONG, cpc, portal, presenter.gone(list), list);
        }
        ImportPlan plan = imports.plan(list, cpc, table);
        String upload = form.text("upload");
        if (!plan.fingerprint().equals(form.text("fingerprint"))) {
            return page(CHANGED, cpc, portal, presenter.plan(list, plan, upload, true), list);
        }
        try {
            imports.apply(list, cpc, plan);
        } catch (Problem problem) {
            if (problem.status() != CHANGED) {
                throw problem;
            }
            ImportPlan now = imports.plan(list, cpc, table);
            return page(CHANGED, cpc, portal, presenter.plan(list, now, upload, true), list);
        }
        uploads.forget(id.get());
        return Response.seeOther(URI.create("/portals/" + cpc + "/preferences/" + list.word() + "?added="
                        + plan.with(ImportPlan.Effect.NEW).size() + "&changed="
                        + plan.with(ImportPlan.Effect.CHANGED).size()))
                .build();
    }

    private Response page(int status, String cpc, Portal portal, ImportView view, EntryList list) {
        Frame frame = frames.of(cpc, portal.name(), "", Frame.Place.PREFERENCES);
        return Response.status(status)
                .entity(Templates.file(frame, list.word(), view))
                .build();
    }

    private Owner owner(EntryList list, String cpc) {
        return new Owner(cpc, list.word(), caller.name());
    }

    private static void write(List<List<String>> lines, OutputStream out) throws IOException {
        try (Writer writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8), 1 << 16)) {
            writer.write(CsvCell.BYTE_ORDER_MARK);
            for (List<String> line : lines) {
                writer.write(CsvCell.line(line));
            }
        }
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static EntryList list(String collection) {
        return EntryList.of(collection).orElseThrow();
    }
}
