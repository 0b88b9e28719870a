package io.amends.dashboard.preferences.sources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Json;
import io.amends.contracts.api.SourceStatus;
import io.amends.contracts.directory.EntryType;
import io.amends.contracts.directory.Portal;
import io.amends.contracts.directory.Source;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.directory.DirectoryRequests;
import io.amends.dashboard.directory.StoredEntry;
import io.amends.dashboard.layout.Frame;
import io.amends.dashboard.layout.Frames;
import io.amends.dashboard.preferences.shared.SeenEntries;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A source is switched off or on, or deleted (A10): once it was said what that means, in the version that was seen. */
@Opens(Permission.ADMINISTER)
@Path("/portals/{cpc}/preferences/sources")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class SourceStepsPage {
    static final String ON = "on";
    static final String OFF = "off";
    static final String DELETED = "deleted";
    private static final int CHANGED = 412;
    private static final int WRONG = 422;

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance step(Frame frame, String tab, SourceStep view);
    }

    private final SourcePresenter presenter;
    private final DirectoryRequests requests;
    private final SeenEntries seen;
    private final Directory directory;
    private final Frames frames;
    private final FormReader forms;
    private final SourcesMessages messages;

    SourceStepsPage(
            SourcePresenter presenter,
            DirectoryRequests requests,
            SeenEntries seen,
            Directory directory,
            Frames frames,
            FormReader forms,
            SourcesMessages messages) {
        this.presenter = presenter;
        this.requests = requests;
        this.seen = seen;
        this.directory = directory;
        this.frames = frames;
        this.forms = forms;
        this.messages = messages;
    }

    /** What switching means. */
    @GET
    @Path("/{code}/switch")
    public Response asked(@PathParam("cpc") String cpc, @PathParam("code") String code) {
        directory.require(cpc);
        return switching(200, cpc, stored(cpc, code), null);
    }

    /** Switches it off where it was on, and on where it was off. */
    @POST
    @Path("/{code}/switch")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response switched(@PathParam("cpc") String cpc, @PathParam("code") String code, String body) {
        directory.require(cpc);
        StoredEntry stored = stored(cpc, code);
        boolean active = source(stored).active();
        ObjectNode entry = Json.MAPPER.valueToTree(source(stored));
        try {
            requests.save(
                    EntryType.SOURCE,
                    cpc,
                    code,
                    new IfMatch(forms.read(body).text("tag")),
                    entry.put(SourceDrafts.ACTIVE, !active));
        } catch (Problem problem) {
            if (problem.status() == 400) {
                String why = problem.details().errors().stream()
                        .map(fault -> fault.pointer() + " " + fault.reason())
                        .collect(Collectors.joining("; "));
                return switching(WRONG, cpc, stored, messages.nothingSaved() + " " + why);
            }
            if (problem.status() != CHANGED) {
                throw problem;
            }
            return switching(CHANGED, cpc, stored(cpc, code), messages.changedSince());
        }
        return to(SourcePresenter.address(cpc, code), "done", active ? OFF : ON);
    }

    /** What deleting means. */
    @GET
    @Path("/{code}/delete")
    public Response deletion(@PathParam("cpc") String cpc, @PathParam("code") String code) {
        directory.require(cpc);
        return deleting(200, cpc, stored(cpc, code), null);
    }

    /** Deletes it. */
    @POST
    @Path("/{code}/delete")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response delete(@PathParam("cpc") String cpc, @PathParam("code") String code, String body) {
        directory.require(cpc);
        StoredEntry stored = stored(cpc, code);
        try {
            requests.delete(
                    EntryType.SOURCE, cpc, code, new IfMatch(forms.read(body).text("tag")));
        } catch (Problem problem) {
            if (problem.status() != CHANGED) {
                throw problem;
            }
            return deleting(CHANGED, cpc, stored(cpc, code), messages.changedSince());
        }
        return to("/portals/" + cpc + "/preferences/sources", DELETED, SourcePresenter.name(stored));
    }

    private Response switching(int status, String cpc, StoredEntry stored, @Nullable String refused) {
        String name = SourcePresenter.name(stored);
        boolean active = source(stored).active();
        SourceStatus heard = presenter.heard(cpc, stored.code()).status();
        boolean bare = heard != null && !heard.secrets().current();
        List<String> means = active
                ? List.of(messages.offMeans(), messages.offKeeps())
                : bare ? List.of(messages.onMeans(), messages.onWithoutSecret()) : List.of(messages.onMeans());
        return page(
                status,
                cpc,
                new SourceStep(
                        active ? messages.askOff(name) : messages.askOn(name),
                        means,
                        active ? messages.switchOff() : messages.switchOn(),
                        SourcePresenter.address(cpc, stored.code()) + "/switch",
                        stored.tag(),
                        SourcePresenter.address(cpc, stored.code()),
                        refused));
    }

    private Response deleting(int status, String cpc, StoredEntry stored, @Nullable String refused) {
        return page(
                status,
                cpc,
                new SourceStep(
                        messages.askDelete(SourcePresenter.name(stored)),
                        List.of(messages.deleteMeans(), messages.deleteKeeps(), messages.offInstead()),
                        messages.delete(),
                        SourcePresenter.address(cpc, stored.code()) + "/delete",
                        stored.tag(),
                        SourcePresenter.address(cpc, stored.code()),
                        refused));
    }

    private Response page(int status, String cpc, SourceStep view) {
        Portal portal = directory.require(cpc);
        Frame frame = frames.of(cpc, portal.name(), "", Frame.Place.PREFERENCES);
        return Response.status(status)
                .entity(Templates.step(frame, SourcesPage.TAB, view))
                .build();
    }

    private StoredEntry stored(String cpc, String code) {
        return seen.find(EntryType.SOURCE, cpc, code)
                .orElseThrow(() -> Problem.notFound("There is no source " + code + "."));
    }

    /** The source that is stored; what cannot be read can be deleted, and not switched. */
    private static Source source(StoredEntry stored) {
        return stored.entry()
                .map(Source.class::cast)
                .orElseThrow(() -> Problem.notFound("The source " + stored.code() + " cannot be read."));
    }

    private static Response to(String address, String what, String value) {
        URI uri = UriBuilder.fromPath(address).queryParam(what, "{value}").build(value);
        return Response.seeOther(uri).build();
    }
}
