package io.amends.dashboard.preferences.sources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import io.amends.contracts.api.NewSourceSecrets;
import io.amends.contracts.api.SourceDeliveries.SourceDelivery;
import io.amends.contracts.api.SourceTrial;
import io.amends.contracts.api.TriedSource;
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
import io.amends.dashboard.preferences.shared.PreferencesDoor;
import io.amends.dashboard.preferences.shared.SeenEntries;
import io.amends.dashboard.preferences.sources.SourcePresenter.HeardSource;
import io.amends.dashboard.preferences.sources.SourcePresenter.SourceNews;
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
    private static final String SAVED = "saved";
    private static final String SECRETS = "secrets";
    /** The tab of the preferences. */
    static final String TAB = "sources";

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
    private final MappingMessages words;
    private final SourceDrafts drafts;
    private final PreferencesDoor door;

    SourcesPage(
            SourcePresenter presenter,
            @RestClient SourcesClient ingest,
            DirectoryRequests requests,
            SeenEntries seen,
            Directory directory,
            Frames frames,
            FormReader forms,
            SourcesMessages messages,
            MappingMessages words,
            SourceDrafts drafts,
            PreferencesDoor door) {
        this.presenter = presenter;
        this.ingest = ingest;
        this.requests = requests;
        this.seen = seen;
        this.directory = directory;
        this.frames = frames;
        this.forms = forms;
        this.messages = messages;
        this.words = words;
        this.drafts = drafts;
        this.door = door;
    }

    /** The list. */
    @GET
    public Response list(@PathParam("cpc") String cpc, @QueryParam(SourceStepsPage.DELETED) @Nullable String deleted) {
        return list(200, cpc, null, deleted);
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
            return list(WRONG, cpc, presenter.empty(name, code, vendor, messages.addMissing()), null);
        }
        ObjectNode entry = Json.MAPPER.createObjectNode().put("name", name).put("vendor", vendor);
        try {
            requests.save(EntryType.SOURCE, cpc, code, IfMatch.none(), entry);
        } catch (Problem problem) {
            if (problem.status() != CHANGED && problem.status() != 400) {
                throw problem;
            }
            String why = problem.status() == CHANGED ? messages.taken() : messages.addMissing();
            return list(WRONG, cpc, presenter.empty(name, code, vendor, why), null);
        }
        return Response.seeOther(URI.create(SourcePresenter.address(cpc, code))).build();
    }

    /** The page of one, with what came last as its sample. */
    @GET
    @Path("/{code}")
    public Response source(
            @PathParam("cpc") String cpc,
            @PathParam("code") String code,
            @QueryParam("done") @Nullable String done,
            @QueryParam("as") @Nullable String as) {
        Portal portal = directory.require(cpc);
        StoredEntry stored = stored(cpc, code);
        HeardSource heard = presenter.heard(cpc, code);
        boolean changes = door.mayChange(cpc);
        SourceDraft draft = drafts.stored(stored, portal, "json".equals(as) || !changes, changes ? heard.newest() : "");
        TriedSource tried = changes && !draft.sample().isBlank() ? quietly(cpc, stored, draft) : null;
        return page(200, new Shown(cpc, portal, stored, draft, heard), new SourceNews(words(done), null, tried));
    }

    private @Nullable String words(@Nullable String done) {
        if (done == null) {
            return null;
        }
        return switch (done) {
            case SAVED -> messages.saved();
            case SECRETS -> messages.secretsSet();
            case SourceStepsPage.ON -> messages.nowOn();
            case SourceStepsPage.OFF -> messages.nowOff();
            default -> null;
        };
    }

    /**
     * Tries the sample with the source as it is typed, takes another sample, shows the source the other way, or saves it
     * over the version that was seen.
     */
    @Opens(Permission.ADMINISTER)
    @POST
    @Path("/{code}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@PathParam("cpc") String cpc, @PathParam("code") String code, String body) {
        Portal portal = directory.require(cpc);
        StoredEntry stored = stored(cpc, code);
        FormFields form = forms.read(body);
        SourceDraft typed = drafts.typed(form, portal);
        HeardSource heard = form.has("live") ? HeardSource.NOTHING : presenter.heard(cpc, code);
        String key = form.first("take");
        if (key != null) {
            SourceDelivery taken = heard.called(key);
            Shown shown = new Shown(cpc, portal, stored, taken == null ? typed : typed.with(sample(taken)), heard);
            return taken == null ? refused(shown, words.deliveryGone(), List.of()) : tried(shown);
        }
        Shown shown = new Shown(cpc, portal, stored, typed, heard);
        return switch (form.text("do")) {
            case "save" ->
                typed.faults().isEmpty() ? save(shown) : refused(shown, messages.nothingSaved(), typed.faults());
            case "json", "fields" -> turned(shown, form.text("do").equals("json"));
            default -> tried(shown);
        };
    }

    private static String sample(SourceDelivery delivery) {
        return Objects.requireNonNullElse(delivery.body(), "");
    }

    /** A page of a source, as far as it does not depend on what was done just now. */
    private record Shown(String cpc, Portal portal, StoredEntry stored, SourceDraft draft, HeardSource heard) {
        Shown with(SourceDraft other) {
            return new Shown(cpc, portal, stored, other, heard);
        }
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
                    cpc, code, new NewSourceSecrets(form.given("current"), form.given("previous"), form.given("api")));
        } catch (RefusedCall | ProcessingException e) {
            HeardSource heard = presenter.heard(cpc, code);
            SourceDraft draft = drafts.stored(stored, portal, false, heard.newest());
            return page(
                    WRONG,
                    new Shown(cpc, portal, stored, draft, heard),
                    new SourceNews(null, trouble(messages.secretsRefused(), e), null));
        }
        return to(cpc, code, SECRETS);
    }

    private Response turned(Shown shown, boolean asJson) {
        SourceDraft turned = SourceDrafts.turned(shown.draft(), asJson);
        return turned.asJson() == asJson
                ? page(200, shown.with(turned), SourceNews.NONE)
                : refused(shown, messages.cannotShow(), shown.draft().faults());
    }

    private Response refused(Shown shown, String summary, List<Reason> faults) {
        return page(WRONG, shown, new SourceNews(null, new Trouble(summary, faults), null));
    }

    private Response tried(Shown shown) {
        if (!shown.draft().faults().isEmpty()) {
            return refused(shown, messages.cannotTry(), shown.draft().faults());
        }
        try {
            return page(200, shown, new SourceNews(null, null, preview(shown.cpc(), shown.stored(), shown.draft())));
        } catch (RefusedCall | ProcessingException e) {
            return page(WRONG, shown, new SourceNews(null, trouble(messages.cannotTry(), e), null));
        }
    }

    private TriedSource preview(String cpc, StoredEntry stored, SourceDraft draft) {
        return ingest.preview(cpc, stored.code(), new SourceTrial(draft.entry(), draft.sample()));
    }

    /** What the sample makes; null where that cannot be said, which is no trouble for who has not asked. */
    private @Nullable TriedSource quietly(String cpc, StoredEntry stored, SourceDraft draft) {
        try {
            return preview(cpc, stored, draft);
        } catch (RefusedCall | ProcessingException e) {
            return null;
        }
    }

    private Response save(Shown shown) {
        ObjectNode entry = Objects.requireNonNull(shown.draft().entry());
        JsonNode before = Json.MAPPER.valueToTree(shown.stored().entry().orElse(null));
        JsonNode after = Json.MAPPER.valueToTree(
                EntryRules.check(EntryType.SOURCE, entry.deepCopy()).readable().orElse(null));
        boolean mappingChanged = !Objects.equals(before.path(SourceDrafts.MAPPING), after.path(SourceDrafts.MAPPING));
        if (mappingChanged
                && before.path(SourceDrafts.VERSION).asInt()
                        >= after.path(SourceDrafts.VERSION).asInt()) {
            entry.put(SourceDrafts.VERSION, before.path(SourceDrafts.VERSION).asInt() + 1);
        }
        String code = shown.stored().code();
        try {
            requests.save(
                    EntryType.SOURCE,
                    shown.cpc(),
                    code,
                    new IfMatch(shown.draft().tag()),
                    entry);
        } catch (Problem problem) {
            if (problem.status() != CHANGED && problem.status() != 400) {
                throw problem;
            }
            if (problem.status() == CHANGED) {
                // Who saves once more has been told, and puts theirs over it.
                SourceDraft again = shown.draft().over(stored(shown.cpc(), code).tag());
                List<Reason> told = List.of(new Reason("", messages.changedMeanwhile()));
                return refused(shown.with(again), messages.nothingSaved(), told);
            }
            return refused(shown, messages.nothingSaved(), problem.details().errors());
        }
        return to(shown.cpc(), code, SAVED);
    }

    private Trouble trouble(String summary, RuntimeException e) {
        if (e instanceof RefusedCall refused) {
            // The source was sent with the sample: what is wrong is said by its place in the source alone.
            List<Reason> faults = refused.errors().stream()
                    .map(fault -> new Reason(fault.pointer().replaceFirst("^/source(?=/|$)", ""), fault.reason()))
                    .toList();
            return new Trouble(
                    summary, faults.isEmpty() ? List.of(new Reason("", String.valueOf(refused.getMessage()))) : faults);
        }
        return new Trouble(summary, List.of(new Reason("", messages.away())));
    }

    private StoredEntry stored(String cpc, String code) {
        return seen.find(EntryType.SOURCE, cpc, code)
                .orElseThrow(() -> Problem.notFound("There is no source " + code + "."));
    }

    private Response list(int status, String cpc, @Nullable AddingForm again, @Nullable String gone) {
        Portal portal = directory.require(cpc);
        return Response.status(status)
                .entity(Templates.list(
                        frame(cpc, portal),
                        TAB,
                        presenter.list(cpc, portal, seen.all(EntryType.SOURCE, cpc), again, gone)))
                .build();
    }

    private Response page(int status, Shown shown, SourceNews news) {
        return Response.status(status)
                .entity(Templates.source(
                        frame(shown.cpc(), shown.portal()),
                        TAB,
                        presenter.view(
                                shown.cpc(), shown.portal(), shown.stored(), shown.draft(), shown.heard(), news)))
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
