package io.amends.ingest.imports;

import io.amends.contracts.Reason;
import io.amends.contracts.StorableText;
import io.amends.contracts.access.Scope;
import io.amends.contracts.api.ImportAccepted;
import io.amends.contracts.api.ImportPreset;
import io.amends.contracts.api.ImportPreview;
import io.amends.ingest.http.Portals;
import io.amends.ingest.imports.ImportIntake.SentFile;
import io.amends.ingest.imports.core.EncodingSample;
import io.amends.ingest.imports.core.FileFormat;
import io.amends.kit.access.Caller;
import io.amends.kit.access.Needs;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Permission;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Files of surveys in, and what they would become (A1). */
@Needs(value = Scope.SURVEYS_WRITE, may = Permission.ADMINISTER)
@Path("/v1/surveys/import")
@Produces(MediaType.APPLICATION_JSON)
public class ImportFilesResource {
    private static final String CSV = "text/csv";
    private static final int LONGEST_NAME = 200;

    private final ImportIntake intake;
    private final ImportPreviews previews;
    private final ImportPresets presets;
    private final DirectoryView directory;
    private final Caller caller;

    ImportFilesResource(
            ImportIntake intake,
            ImportPreviews previews,
            ImportPresets presets,
            DirectoryView directory,
            Caller caller) {
        this.intake = intake;
        this.previews = previews;
        this.presets = presets;
        this.directory = directory;
        this.caller = caller;
    }

    /**
     * Takes a file in. The answer comes once all of it is kept.
     *
     * @param preset by which its columns are read; without one by what its headers say
     * @param hold true: it is kept, and imported when somebody starts it
     * @param file its name, for people
     */
    @POST
    @Consumes(CSV)
    public Response take(
            @QueryParam("cpc") @Nullable String cpc,
            @QueryParam("preset") @Nullable String preset,
            @QueryParam("hold") @Nullable String hold,
            @QueryParam("file") @Nullable String file,
            @Nullable InputStream body)
            throws IOException {
        SentFile sent = new SentFile(portal(cpc), shortened(file), ImportsResource.given(preset), held(hold));
        UUID id = intake.take(sent, body == null ? InputStream.nullInputStream() : body, caller);
        return Response.accepted(new ImportAccepted(id.toString())).build();
    }

    /** Shows what an import would make of the first rows of a file, and takes nothing. */
    @POST
    @Path("/preview")
    @Consumes(CSV)
    public ImportPreview preview(
            @QueryParam("cpc") @Nullable String cpc, @QueryParam("preset") @Nullable String preset, byte[] body)
            throws IOException {
        String portal = portal(cpc);
        ImportPreset by = presets.named(portal, ImportsResource.given(preset));
        EncodingSample sample = new EncodingSample();
        sample.add(body, body.length);
        FileFormat format = FileFormat.of(body, sample.encoding(), true);
        return previews.of(portal, body, true, format, by, at -> InputStream.nullInputStream());
    }

    private String portal(@Nullable String cpc) {
        return directory.require(Portals.required(cpc)).cpc();
    }

    /** A word that is neither would have the file imported, which nobody can take back. */
    private static boolean held(@Nullable String hold) {
        if (hold != null && !hold.equals("true") && !hold.equals("false")) {
            throw Problem.badRequest(
                    "Say whether the file is only kept.", List.of(new Reason("?hold", "must be true or false")));
        }
        return "true".equals(hold);
    }

    private static @Nullable String shortened(@Nullable String name) {
        return name == null ? null : StorableText.printable(name.substring(0, Math.min(LONGEST_NAME, name.length())));
    }
}
