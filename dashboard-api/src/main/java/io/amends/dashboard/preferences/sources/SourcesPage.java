package io.amends.dashboard.preferences.sources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import io.amends.contracts.api.NewSourceSecrets;
import io.amends.contracts.api.SourceTrial;
import io.amends.contracts.directory.EntryRules;
import io.amends.contracts.directory.EntryType;
import io.amends.contracts.directory.Portal;
import io.amends.contracts.directory.SourceVendor;
import io.amends.dashboard.client.RefusedCall;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.directory.DirectoryRequests;
import io.amends.dashboard.directory.StoredEntry;
import io.amends.dashboard.layout.Frame;
import io.amends.dashboard.layout.Frames;
import io.amends.dashboard.preferences.shared.SeenEntries;
import io.amends.dashboard.preferences.sources.SourcePresenter.SourceNews;
import io.amends.dashboard.preferences.sources.SourceView.Editing;
import io.amends.dashboard.preferences.sources.SourceView.Trouble;
import io.amends.dashboard.preferences.sources.SourcesView.AddingForm;
import io.amends.dashboard.studio.core.FormFields;
import io.amends.dashboard.studio.shared.FormReader;
import io.amends.kit.access.Opens;
import io.amends.kit.http.IfMatch;
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
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * Sources of webhooks for people (A10): a list, and a page each with address and secrets, the entry with its mapping beside a
 * sample, and what came last. What is saved goes through the same rule as what comes in by the API.
 */
@Opens(Permission.SEE_ADMINISTRATION)
@Path("/portals/{cpc}/preferences/sources")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class SourcesPage {
    private static final int WRONG = 422;
    private static final int CHANGED = 412;
    private static final String MAPPING = "mapping";
    private static final String VERSION = "mappingVersion";

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance list(Frame frame, String tab, SourcesView view);

        static native TemplateInstance source(Frame frame, String tab, SourceView view);
    }

    private final SourcePresenter presenter;
    private final SourcesClient ingest;
    private final DirectoryRequests requests;
    private final SeenEntries seen;
    private final Directory directory;
    private final Frames frames;
    private final FormReader forms;
    private final SourcesMessages messages;

    SourcesPage(
            SourcePresenter presenter,
            @RestClient SourcesClient ingest,
            DirectoryRequests requests,
            SeenEntries seen,
            Directory directory,
            Frames frames,
            FormReader forms,
            SourcesMessages messages) {
        this.presenter = presenter;
        this.ingest = ingest;
        this.requests = requests;
        this.seen = seen;
        this.directory = directory;
        this.frames = frames;
        this.forms = forms;
        this.messages = messages;
    }

    /** The list. */
    @GET
    public Response list(@PathParam("cpc") String cpc) {
        return list(200, cpc, null);
    }

    /** Adds a source with nothing but its vendor's preset; its page is next. */
    @Opens(Permission.ADMINISTER)
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(@PathParam("cpc") String cpc, String body) {
        directory.require(cpc);
        FormFields form = forms.read(body);
        String name = form.text("name").strip();
        String code = form.text("code").strip();
        String vendor = form.text("vendor");
        boolean known = Stream.of(SourceVendor.values()).map(Enum::name).anyMatch(vendor::equals);
        if (name.isEmpty() || !EntryRules.isCode(code) || !known) {
            return list(WRONG, cpc, presenter.empty(name, code, vendor, messages.addMissing()));
        }
        ObjectNode entry = Json.MAPPER.createObjectNode().put("name", name).put("vendor", vendor);
        try {
            requests.save(EntryType.SOURCE, cpc, code, IfMatch.none(), entry);
        } catch (Problem problem) {
            if (problem.status() != CHANGED && problem.status() != 400) {
                throw problem;
            }
            String why = problem.status() == CHANGED ? messages.taken() : messages.addMissing();
            return list(WRONG, cpc, presenter.empty(name, code, vendor, why));
        }
        return Response.seeOther(URI.create(SourcePresenter.address(cpc, code))).build();
    }

    /** The page of one. */
    @GET
    @Path("/{code}")
    public Response source(
            @PathParam("cpc") String cpc, @PathParam("code") String code, @QueryParam("done") @Nullable String done) {
        Portal portal = directory.require(cpc);
        StoredEntry stored = stored(cpc, code);
        String words = "saved".equals(done) ? messages.saved() : "secrets".equals(done) ? messages.secretsSet() : null;
        return page(200, cpc, portal, stored, SourcePresenter.stored(stored), new SourceNews(words, null, null));
    }

    /** Tries the sample with the entry as it is typed, or saves the entry over the version that was seen. */
    @Opens(Permission.ADMINISTER)
    @POST
    @Path("/{code}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@PathParam("cpc") String cpc, @PathParam("code") String code, String body) {
        Portal portal = directory.require(cpc);
        StoredEntry stored = stored(cpc, code);
        FormFields form = forms.read(body);
        Editing typed = new Editing(form.text("tag"), form.text("entry"), form.text("sample"));
        boolean save = form.text("do").equals("save");
        ObjectNode entry = read(typed.json());
        if (entry == null) {
            Trouble trouble = new Trouble(
                    save ? messages.nothingSaved() : messages.cannotTry(), List.of(new Reason("", messages.notJson())));
            return page(WRONG, cpc, portal, stored, typed, new SourceNews(null, trouble, null));
        }
        return save ? save(cpc, portal, stored, typed, entry) : tried(cpc, portal, stored, typed, entry);
    }

    /** Sets all secrets at once. */
    @Opens(Permission.ADMINISTER)
    @POST
    @Path("/{code}/secrets")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response secrets(@PathParam("cpc") String cpc, @PathParam("code") String code, String body) {
        Portal portal = directory.require(cpc);
        StoredEntry stored = stored(cpc, code);
        FormFields form = forms.read(body);
        try {
            ingest.secrets(
                    cpc,
                    code,
                    new NewSourceSecrets(given(form, "current"), given(form, "previous"), given(form, "api")));
        } catch (RefusedCall | ProcessingException e) {
            Trouble trouble = trouble(messages.secretsRefused(), e);
            return page(
                    WRONG, cpc, portal, stored, SourcePresenter.stored(stored), new SourceNews(null, trouble, null));
        }
        return to(cpc, code, "secrets");
    }

    private Response tried(String cpc, Portal portal, StoredEntry stored, Editing typed, ObjectNode entry) {
        try {
            var tried = ingest.preview(cpc, stored.code(), new SourceTrial(entry, typed.sample()));
            return page(200, cpc, portal, stored, typed, new SourceNews(null, null, SourcePresenter.trial(tried)));
        } catch (RefusedCall | ProcessingException e) {
            return page(
                    WRONG, cpc, portal, stored, typed, new SourceNews(null, trouble(messages.cannotTry(), e), null));
        }
    }

    private Response save(String cpc, Portal portal, StoredEntry stored, Editing typed, ObjectNode entry) {
        JsonNode before = Json.MAPPER.valueToTree(stored.entry().orElse(null));
        boolean mappingChanged = !Objects.equals(before.path(MAPPING), entry.path(MAPPING));
        if (mappingChanged
                && before.path(VERSION).asInt() == entry.path(VERSION).asInt(1)) {
            entry.put(VERSION, before.path(VERSION).asInt() + 1);
        }
        try {
            requests.save(EntryType.SOURCE, cpc, stored.code(), new IfMatch(typed.tag()), entry);
        } catch (Problem problem) {
            if (problem.status() != CHANGED && problem.status() != 400) {
                throw problem;
            }
            List<Reason> faults = problem.status() == CHANGED
                    ? List.of(new Reason("", messages.changedMeanwhile()))
                    : problem.details().errors();
            Trouble trouble = new Trouble(messages.nothingSaved(), faults);
            return page(WRONG, cpc, portal, stored, typed, new SourceNews(null, trouble, null));
        }
        return to(cpc, stored.code(), "saved");
    }

    private Trouble trouble(String summary, RuntimeException e) {
        if (e instanceof RefusedCall refused) {
            List<Reason> faults = refused.errors();
            return new Trouble(
                    summary, faults.isEmpty() ? List.of(new Reason("", String.valueOf(refused.getMessage()))) : faults);
        }
        return new Trouble(summary, List.of(new Reason("", messages.away())));
    }

    private static @Nullable ObjectNode read(String json) {
        try {
            return Json.MAPPER.readTree(json) instanceof ObjectNode object ? object : null;
        } catch (IOException e) {
            return null;
        }
    }

    private static @Nullable String given(FormFields form, String name) {
        String text = form.text(name).strip();
        return text.isEmpty() ? null : text;
    }

    private StoredEntry stored(String cpc, String code) {
        return seen.find(EntryType.SOURCE, cpc, code)
                .orElseThrow(() -> Problem.notFound("There is no source " + code + "."));
    }

    private Response list(int status, String cpc, @Nullable AddingForm again) {
        Portal portal = directory.require(cpc);
        return Response.status(status)
                .entity(Templates.list(
                        frame(cpc, portal), "sources", presenter.list(cpc, seen.all(EntryType.SOURCE, cpc), again)))
                .build();
    }

    private Response page(int status, String cpc, Portal portal, StoredEntry stored, Editing editing, SourceNews news) {
        return Response.status(status)
                .entity(Templates.source(
                        frame(cpc, portal), "sources", presenter.view(cpc, portal, stored, editing, news)))
                .build();
    }

    private Frame frame(String cpc, Portal portal) {
        return frames.of(cpc, portal.name(), "", Frame.Place.PREFERENCES);
    }

    private static Response to(String cpc, String code, String done) {
        return Response.seeOther(URI.create(SourcePresenter.address(cpc, code) + "?done=" + done))
                .build();
    }
}
