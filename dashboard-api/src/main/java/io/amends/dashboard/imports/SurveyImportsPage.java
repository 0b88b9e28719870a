package io.amends.dashboard.imports;

import io.amends.contracts.api.ImportPreset;
import io.amends.contracts.api.ImportState;
import io.amends.contracts.api.NamedImportPreset;
import io.amends.contracts.api.SurveyImport;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.client.RefusedCall;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.imports.SurveyImportPresenter.Asked;
import io.amends.dashboard.imports.SurveyImportView.Outcome;
import io.amends.dashboard.layout.CsvAnswer;
import io.amends.dashboard.layout.Frame;
import io.amends.dashboard.layout.Frames;
import io.amends.kit.access.Caller;
import io.amends.kit.access.Opens;
import io.amends.kit.rights.Matter;
import io.amends.kit.rights.Permission;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/**
 * Files of surveys (A1). A file is sent once and held by survey-ingest; its first rows are shown beside what they become, its
 * columns get their meaning, and then it is started. It passes through here as it comes.
 */
@Path("/portals/{cpc}/imports")
@Opens(Permission.SEE_ADMINISTRATION)
@Blocking
@Produces(MediaType.TEXT_HTML)
public class SurveyImportsPage {
    private static final int WRONG = 422;
    private static final int SHOWN = 50;
    private static final int MOST_PRESETS = 500;
    private static final String FILE = "file";
    private static final String PRESET = "preset";

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance list(Frame frame, String tab, SurveyImportsView view);

        static native TemplateInstance one(Frame frame, String tab, SurveyImportView view);
    }

    private final ImportsService service;
    private final SentFiles files;
    private final SurveyImportPresenter presenter;
    private final SurveyImportMessages messages;
    private final Directory directory;
    private final Frames frames;
    private final Caller caller;

    SurveyImportsPage(
            ImportsService service,
            SentFiles files,
            SurveyImportPresenter presenter,
            SurveyImportMessages messages,
            Directory directory,
            Frames frames,
            Caller caller) {
        this.service = service;
        this.files = files;
        this.presenter = presenter;
        this.messages = messages;
        this.directory = directory;
        this.frames = frames;
        this.caller = caller;
    }

    /** The imports of the portal, and where a file is sent. */
    @GET
    public Response list(@PathParam("cpc") String cpc, @QueryParam("deleted") @Nullable String deleted) {
        String words =
                switch (MappingFields.text(deleted)) {
                    case FILE -> messages.fileDeleted();
                    case PRESET -> messages.presetDeleted();
                    default -> null;
                };
        return list(200, cpc, words == null ? null : new Outcome(true, words, List.of()));
    }

    /** Sends a file, which is held. */
    @Opens(Permission.ADMINISTER)
    @POST
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    public Response send(
            @PathParam("cpc") String cpc,
            @RestForm("file") @Nullable FileUpload file,
            @RestForm("preset") @Nullable String preset)
            throws IOException {
        directory.require(cpc);
        if (file == null || file.fileName().isEmpty()) {
            return list(WRONG, cpc, new Outcome(false, messages.noFile(), List.of()));
        }
        try (InputStream content = Files.newInputStream(file.uploadedFile())) {
            String id = files.send(cpc, file.fileName(), content);
            return to(cpc, id, MappingFields.text(preset), "");
        } catch (RefusedCall e) {
            return list(WRONG, cpc, new Outcome(false, messages.notKept(), e.errors()));
        }
    }

    /** What the rows of one become, or how far it is. */
    @GET
    @Path("/{id}")
    public Response one(
            @PathParam("cpc") String cpc,
            @PathParam("id") String id,
            @QueryParam("preset") @Nullable String preset,
            @QueryParam("saved") @Nullable String saved) {
        Outcome news = saved == null ? null : new Outcome(true, messages.saved(), List.of());
        return one(200, cpc, id, MappingFields.text(preset), news);
    }

    /** Saves what the columns mean, by a name. */
    @Opens(Permission.ADMINISTER)
    @POST
    @Path("/{id}/preset")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(@PathParam("cpc") String cpc, @PathParam("id") String id, @BeanParam MappingFields fields) {
        directory.require(cpc);
        String by = MappingFields.text(fields.preset);
        String name = MappingFields.text(fields.name);
        ImportPreset typed = fields.over(preset(cpc, by));
        try {
            service.ask(client -> client.save(cpc, name.isEmpty() ? "." : name, typed));
            return to(cpc, id, name, "&saved=1");
        } catch (RefusedCall e) {
            Outcome news = new Outcome(false, messages.notSaved(), e.errors());
            return one(WRONG, cpc, id, by, new NamedImportPreset(name, typed), news);
        }
    }

    /** Imports it. */
    @Opens(Permission.ADMINISTER)
    @POST
    @Path("/{id}/start")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response start(
            @PathParam("cpc") String cpc, @PathParam("id") String id, @FormParam("preset") @Nullable String preset) {
        directory.require(cpc);
        String by = MappingFields.text(preset);
        try {
            files.start(id, by);
            return to(cpc, id, "", "");
        } catch (RefusedCall e) {
            return one(WRONG, cpc, id, by, new Outcome(false, messages.notStarted(), e.errors()));
        }
    }

    /** Deletes a file that is held; one that was started meanwhile is shown as it is. */
    @Opens(Permission.ADMINISTER)
    @POST
    @Path("/{id}/delete")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response delete(@PathParam("cpc") String cpc, @PathParam("id") String id) {
        directory.require(cpc);
        try {
            service.tell(client -> client.end(id, ImportState.HELD.name()));
        } catch (RefusedCall e) {
            return to(cpc, id, "", ""); // it is held no more
        }
        return toList(cpc, FILE);
    }

    /** Cancels one that runs; where it is over by now, its page says how it ended. */
    @Opens(Permission.ADMINISTER)
    @POST
    @Path("/{id}/cancel")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response cancel(@PathParam("cpc") String cpc, @PathParam("id") String id) {
        directory.require(cpc);
        if (service.ask(client -> client.find(id)).state() == ImportState.RUNNING) {
            try {
                service.tell(client -> client.end(id, null));
            } catch (RefusedCall e) {
                return to(cpc, id, "", ""); // it has just ended
            }
        }
        return to(cpc, id, "", "");
    }

    /** Deletes a preset. */
    @Opens(Permission.ADMINISTER)
    @POST
    @Path("/presets/{name}/delete")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response deletePreset(@PathParam("cpc") String cpc, @PathParam("name") String name) {
        directory.require(cpc);
        service.tell(client -> client.delete(cpc, name));
        return toList(cpc, PRESET);
    }

    /** What was refused, as a file. */
    @GET
    @Path("/{id}/refused")
    @Produces("text/csv")
    public Response refused(@PathParam("cpc") String cpc, @PathParam("id") String id) {
        directory.require(cpc);
        InputStream lines = service.ask(client -> client.refused(id));
        return CsvAnswer.of("refused-" + cpc + ".csv", out -> {
            try (lines) {
                lines.transferTo(out);
            }
        });
    }

    private Response list(int status, String cpc, @Nullable Outcome news) {
        Portal portal = directory.require(cpc);
        SurveyImportsView view = presenter.list(
                cpc,
                portal,
                service.ask(client -> client.list(cpc, 0, SHOWN)),
                service.ask(client -> client.presets(cpc, MOST_PRESETS)).items(),
                news);
        return Response.status(status)
                .entity(Templates.list(frame(cpc, portal), "imports", view))
                .build();
    }

    private Response one(int status, String cpc, String id, String preset, @Nullable Outcome news) {
        return one(status, cpc, id, preset, null, news);
    }

    /** @param typed what was typed and not saved; null where the form says what is saved */
    private Response one(
            int status,
            String cpc,
            String id,
            String preset,
            @Nullable NamedImportPreset typed,
            @Nullable Outcome news) {
        Portal portal = directory.require(cpc);
        SurveyImport found = service.ask(client -> client.find(id));
        SurveyImportView view;
        if (found.state() == ImportState.HELD) {
            NamedImportPreset form = typed == null ? new NamedImportPreset(preset, preset(cpc, preset)) : typed;
            Asked asked =
                    new Asked(preset, form, new TreeSet<>(directory.groups(cpc).keySet()), news);
            view = presenter.held(
                    cpc,
                    portal,
                    found,
                    service.ask(client -> client.preview(id, preset.isEmpty() ? null : preset)),
                    asked);
        } else {
            boolean administers = caller.may(cpc, Permission.ADMINISTER, Matter.PORTAL);
            view = presenter.started(cpc, portal, found, administers);
        }
        return Response.status(status)
                .entity(Templates.one(frame(cpc, portal), "imports", view))
                .build();
    }

    private ImportPreset preset(String cpc, String name) {
        return name.isEmpty() ? ImportPreset.NONE : service.ask(client -> client.preset(cpc, name));
    }

    private Frame frame(String cpc, Portal portal) {
        return frames.of(cpc, portal.name(), "", Frame.Place.PREFERENCES);
    }

    private static Response toList(String cpc, String deleted) {
        return Response.seeOther(URI.create("/portals/" + cpc + "/imports?deleted=" + deleted))
                .build();
    }

    private static Response to(String cpc, String id, String preset, String more) {
        String query = preset.isEmpty() ? "" : "?preset=" + URLEncoder.encode(preset, StandardCharsets.UTF_8) + more;
        return Response.seeOther(URI.create("/portals/" + cpc + "/imports/" + id + query))
                .build();
    }
}
