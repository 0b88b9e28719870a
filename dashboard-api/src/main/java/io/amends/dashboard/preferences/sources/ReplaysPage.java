package io.amends.dashboard.preferences.sources;

import io.amends.contracts.api.NewReplay;
import io.amends.contracts.api.ReplayAccepted;
import io.amends.contracts.api.ReplayState;
import io.amends.contracts.api.SourceReplay;
import io.amends.contracts.directory.EntryType;
import io.amends.contracts.directory.Portal;
import io.amends.contracts.directory.Source;
import io.amends.dashboard.client.RefusedCall;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.layout.Frame;
import io.amends.dashboard.layout.Frames;
import io.amends.dashboard.preferences.shared.SeenEntries;
import io.amends.dashboard.preferences.sources.ReplayPresenter.OfSource;
import io.amends.dashboard.preferences.sources.ReplaysView.RangeForm;
import io.amends.dashboard.studio.core.FormFields;
import io.amends.dashboard.studio.shared.FormReader;
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
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Reads again what a source sent (A12): first it is shown what would change, then that is applied. */
@Opens(Permission.SEE_ADMINISTRATION)
@Path("/portals/{cpc}/preferences/sources/{code}/replays")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class ReplaysPage {
    private static final int WRONG = 422;
    private static final String ANOTHER = "another";

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance list(Frame frame, String tab, ReplaysView view);

        static native TemplateInstance replay(Frame frame, String tab, ReplayView view);
    }

    private final ReplaysClient ingest;
    private final ReplayPresenter presenter;
    private final SeenEntries seen;
    private final Directory directory;
    private final Frames frames;
    private final FormReader forms;
    private final ReplayMessages messages;

    ReplaysPage(
            @RestClient ReplaysClient ingest,
            ReplayPresenter presenter,
            SeenEntries seen,
            Directory directory,
            Frames frames,
            FormReader forms,
            ReplayMessages messages) {
        this.ingest = ingest;
        this.presenter = presenter;
        this.seen = seen;
        this.directory = directory;
        this.frames = frames;
        this.forms = forms;
        this.messages = messages;
    }

    /** Those of a source, and the form that begins one. */
    @GET
    public Response list(@PathParam("cpc") String cpc, @PathParam("code") String code) {
        return list(200, source(cpc, code), RangeForm.EMPTY);
    }

    /** Begins to look at what would change. */
    @Opens(Permission.ADMINISTER)
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response begin(@PathParam("cpc") String cpc, @PathParam("code") String code, String body) {
        OfSource of = source(cpc, code);
        FormFields form = forms.read(body);
        LocalDate from = day(form.text("from"));
        LocalDate to = day(form.text("to"));
        if (from == null || to == null || to.isBefore(from)) {
            return list(WRONG, of, typed(form, messages.twoDays(), null));
        }
        NewReplay replay = new NewReplay(
                from.atStartOfDay(of.portal().timeZone()).toInstant(),
                to.plusDays(1).atStartOfDay(of.portal().timeZone()).toInstant(),
                true,
                null);
        try {
            ReplayAccepted begun = ask(client -> client.begin(cpc, code, replay));
            return to(of, begun.replayId());
        } catch (RefusedCall e) {
            String running = e.field("replayId");
            return list(WRONG, of, typed(form, refusal(e), running == null ? null : of.url(running)));
        }
    }

    /** How far one is, and what it has found. */
    @GET
    @Path("/{id}")
    public Response replay(@PathParam("cpc") String cpc, @PathParam("code") String code, @PathParam("id") String id) {
        OfSource of = source(cpc, code);
        return replay(200, of, found(of, id), null);
    }

    /** Applies what was looked at; other responses than before are made only where the form says so. */
    @Opens(Permission.ADMINISTER)
    @POST
    @Path("/{id}/apply")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response apply(
            @PathParam("cpc") String cpc,
            @PathParam("code") String code,
            @PathParam("id") String id,
            @Nullable String body) {
        OfSource of = source(cpc, code);
        SourceReplay looked = found(of, id);
        if (!looked.dryRun() || looked.state() != ReplayState.DONE) {
            return replay(WRONG, of, looked, messages.lookFirst());
        }
        try {
            boolean another = forms.read(body == null ? "" : body).has(ANOTHER);
            NewReplay replay = new NewReplay(looked.from(), looked.to(), false, another ? true : null);
            return to(of, ask(client -> client.begin(cpc, code, replay)).replayId());
        } catch (RefusedCall e) {
            return replay(WRONG, of, looked, refusal(e));
        }
    }

    private String refusal(RefusedCall e) {
        return e.status() == 409 ? messages.another() : messages.notKept();
    }

    private SourceReplay found(OfSource of, String id) {
        SourceReplay found = ask(client -> client.find(of.cpc(), id));
        if (!found.source().equals(of.code())) {
            throw Problem.notFound("There is no replay " + id + " of this source.");
        }
        return found;
    }

    /**
     * Asks survey-ingest.
     *
     * @throws RefusedCall where it refuses what was asked for, which a page says at its place
     * @throws Problem 403 and 404 as they come, and 503 where it cannot be asked
     */
    private <T> T ask(Function<ReplaysClient, T> question) {
        try {
            return question.apply(ingest);
        } catch (RefusedCall e) {
            throw switch (e.status()) {
                case 400, 409 -> e;
                case 403 -> Problem.forbidden(String.valueOf(e.getMessage()));
                case 404 -> Problem.notFound(String.valueOf(e.getMessage()));
                default -> away();
            };
        } catch (ProcessingException e) {
            throw away();
        }
    }

    private Problem away() {
        return Problem.of(503, "Service unavailable", messages.away());
    }

    private static RangeForm typed(FormFields form, String trouble, @Nullable String running) {
        return new RangeForm(form.text("from"), form.text("to"), trouble, running);
    }

    private static @Nullable LocalDate day(String written) {
        try {
            return LocalDate.parse(written.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private OfSource source(String cpc, String code) {
        Portal portal = directory.require(cpc);
        String name = seen.find(EntryType.SOURCE, cpc, code)
                .orElseThrow(() -> Problem.notFound("There is no source " + code + "."))
                .entry()
                .map(entry -> ((Source) entry).name())
                .orElse(code);
        return new OfSource(cpc, portal, code, name);
    }

    private Response list(int status, OfSource of, RangeForm form) {
        ReplaysView view = presenter.list(
                of, ask(client -> client.list(of.cpc(), of.code())).items(), form);
        return Response.status(status)
                .entity(Templates.list(frame(of), SourcesPage.TAB, view))
                .build();
    }

    private Response replay(int status, OfSource of, SourceReplay replay, @Nullable String trouble) {
        return Response.status(status)
                .entity(Templates.replay(frame(of), SourcesPage.TAB, presenter.view(of, replay, trouble)))
                .build();
    }

    private Frame frame(OfSource of) {
        return frames.of(of.cpc(), of.portal().name(), "", Frame.Place.PREFERENCES);
    }

    private static Response to(OfSource of, String replayId) {
        return Response.seeOther(URI.create(of.url(replayId))).build();
    }
}
