package io.amends.dashboard.preferences.entries;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Reason;
import io.amends.contracts.directory.EntryRules;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.directory.DirectoryRequests;
import io.amends.dashboard.directory.StoredEntry;
import io.amends.dashboard.layout.Frame;
import io.amends.dashboard.preferences.core.EntryList;
import io.amends.dashboard.preferences.core.EntryShape;
import io.amends.dashboard.preferences.entries.EntryPresenter.Shown;
import io.amends.dashboard.preferences.shared.SeenEntries;
import io.amends.dashboard.studio.core.FormFields;
import io.amends.kit.access.Opens;
import io.amends.kit.http.IfMatch;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Permission;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Groups, contacts, segments, regions, calendars and channels for people (F6): a list and a form each. What is saved and deleted goes
 * through the same rule as what comes in by the API. A form carries the version that was seen: whoever is second is told.
 */
@Opens(Permission.SEE_DIRECTORY)
@Path("/portals/{cpc}/preferences")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class EntriesPage {
    private static final String LIST = "/{collection: " + EntryList.WORDS + "}";
    private static final int WRONG = 422;
    private static final int CHANGED = 412;

    /** The field of the version that a form is about. */
    private static final String TAG = "tag";

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance list(Frame frame, String tab, EntriesView view);

        static native TemplateInstance entry(Frame frame, String tab, EntryView view);

        static native TemplateInstance delete(Frame frame, String tab, DeletionView view);
    }

    private final ListPresenter lists;
    private final EntryPresenter entries;
    private final Deletions deletions;
    private final DirectoryRequests requests;
    private final SeenEntries seen;
    private final EntryDesk desk;

    EntriesPage(
            ListPresenter lists,
            EntryPresenter entries,
            Deletions deletions,
            DirectoryRequests requests,
            SeenEntries seen,
            EntryDesk desk) {
        this.lists = lists;
        this.entries = entries;
        this.deletions = deletions;
        this.requests = requests;
        this.seen = seen;
        this.desk = desk;
    }

    /** The list. */
    @GET
    @Path(LIST)
    public TemplateInstance list(
            @PathParam("cpc") String cpc,
            @PathParam("collection") String collection,
            @BeanParam ListParameters parameters) {
        Portal portal = desk.portal(cpc);
        EntryList list = list(collection);
        String done = desk.done(list, cpc, parameters);
        return Templates.list(
                desk.frame(cpc, portal), list.word(), lists.view(list, cpc, portal, parameters.asked(), done));
    }

    /** The form of a new one. */
    @Opens(Permission.CHANGE_DIRECTORY)
    @GET
    @Path("/new" + LIST)
    public TemplateInstance fresh(@PathParam("cpc") String cpc, @PathParam("collection") String collection) {
        Portal portal = desk.portal(cpc);
        EntryList list = list(collection);
        Shown shown = new Shown(list, null, EntryPresenter.fresh(list), "");
        return Templates.entry(desk.frame(cpc, portal), list.word(), entries.view(shown, cpc, portal));
    }

    /** Makes a new one. */
    @Opens(Permission.CHANGE_DIRECTORY)
    @POST
    @Path("/new" + LIST)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response make(@PathParam("cpc") String cpc, @PathParam("collection") String collection, String body) {
        Portal portal = desk.portal(cpc);
        EntryList list = list(collection);
        FormFields form = desk.read(body);
        String code = form.text("code").strip();
        Shown sent = new Shown(list, null, EntryShape.posted(list.type(), EntryPresenter.fresh(list), form), "");
        List<Reason> reasons = new ArrayList<>(faults(list, sent.entry()));
        if (!EntryRules.isCode(code)) {
            reasons.add(new Reason("/code", "is no code"));
        }
        if (!reasons.isEmpty()) {
            return entry(WRONG, cpc, portal, list, entries.again(sent, cpc, portal, reasons, code));
        }
        if (desk.previewed(form)) {
            return entry(200, cpc, portal, list, entries.preview(sent, cpc, portal, code));
        }
        try {
            requests.save(list.type(), cpc, code, IfMatch.none(), sent.entry());
        } catch (Problem problem) {
            if (problem.status() != CHANGED) {
                throw problem;
            }
            return entry(WRONG, cpc, portal, list, entries.taken(sent, cpc, portal, code));
        }
        return toList(list, cpc, "saved", code);
    }

    /** One entry: its form, or what it says. */
    @GET
    @Path(LIST + "/{code}")
    public TemplateInstance entry(
            @PathParam("cpc") String cpc, @PathParam("collection") String collection, @PathParam("code") String code) {
        Portal portal = desk.portal(cpc);
        EntryList list = list(collection);
        StoredEntry stored = stored(list, cpc, code);
        Shown shown = new Shown(list, code, EntryPresenter.json(stored.entry().orElse(null)), stored.tag());
        return Templates.entry(desk.frame(cpc, portal), list.word(), entries.view(shown, cpc, portal));
    }

    /** Saves an entry over the version that was seen. */
    @Opens(Permission.CHANGE_DIRECTORY)
    @POST
    @Path(LIST + "/{code}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(
            @PathParam("cpc") String cpc,
            @PathParam("collection") String collection,
            @PathParam("code") String code,
            String body) {
        Portal portal = desk.portal(cpc);
        EntryList list = list(collection);
        FormFields form = desk.read(body);
        Optional<StoredEntry> now = seen.find(list.type(), cpc, code);
        ObjectNode before = EntryPresenter.json(now.flatMap(StoredEntry::entry).orElse(null));
        Shown sent = new Shown(list, code, EntryShape.posted(list.type(), before, form), form.text(TAG));
        List<Reason> reasons = faults(list, sent.entry());
        if (!reasons.isEmpty()) {
            return entry(WRONG, cpc, portal, list, entries.again(sent, cpc, portal, reasons, ""));
        }
        if (desk.previewed(form)) {
            return entry(200, cpc, portal, list, entries.view(sent, cpc, portal));
        }
        try {
            IfMatch match = sent.tag().isEmpty() ? IfMatch.none() : new IfMatch(sent.tag());
            requests.save(list.type(), cpc, code, match, sent.entry());
        } catch (Problem problem) {
            if (problem.status() != CHANGED) {
                throw problem;
            }
            StoredEntry theirs = seen.find(list.type(), cpc, code).orElse(null);
            return entry(CHANGED, cpc, portal, list, entries.conflict(sent, cpc, portal, theirs));
        }
        return toList(list, cpc, "saved", code);
    }

    /** What hangs on an entry, before it is deleted. */
    @Opens(Permission.CHANGE_DIRECTORY)
    @GET
    @Path(LIST + "/{code}/delete")
    public TemplateInstance deletion(
            @PathParam("cpc") String cpc, @PathParam("collection") String collection, @PathParam("code") String code) {
        Portal portal = desk.portal(cpc);
        EntryList list = list(collection);
        DeletionView view = deletions.ask(list, cpc, stored(list, cpc, code), null);
        return Templates.delete(desk.frame(cpc, portal), list.word(), view);
    }

    /** Deletes an entry in the version that was seen. */
    @Opens(Permission.CHANGE_DIRECTORY)
    @POST
    @Path(LIST + "/{code}/delete")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response delete(
            @PathParam("cpc") String cpc,
            @PathParam("collection") String collection,
            @PathParam("code") String code,
            String body) {
        Portal portal = desk.portal(cpc);
        EntryList list = list(collection);
        StoredEntry stored = stored(list, cpc, code);
        try {
            requests.delete(list.type(), cpc, code, new IfMatch(desk.read(body).text(TAG)));
        } catch (Problem problem) {
            if (problem.status() != 409 && problem.status() != CHANGED) {
                throw problem;
            }
            DeletionView view = deletions.ask(
                    list,
                    cpc,
                    seen.find(list.type(), cpc, code).orElse(stored),
                    problem.details().detail());
            return Response.status(problem.status())
                    .entity(Templates.delete(desk.frame(cpc, portal), list.word(), view))
                    .build();
        }
        return toList(list, cpc, "deleted", code);
    }

    private Response entry(int status, String cpc, Portal portal, EntryList list, EntryView view) {
        return Response.status(status)
                .entity(Templates.entry(desk.frame(cpc, portal), list.word(), view))
                .build();
    }

    private StoredEntry stored(EntryList list, String cpc, String code) {
        return seen.find(list.type(), cpc, code)
                .orElseThrow(() -> Problem.notFound("There is no " + list.type().word() + " " + code + "."));
    }

    private static List<Reason> faults(EntryList list, ObjectNode entry) {
        EntryRules.Checked checked = EntryRules.check(list.type(), entry.deepCopy());
        if (checked instanceof EntryRules.Checked.Wrong wrong) {
            return wrong.reasons();
        }
        return checked instanceof EntryRules.Checked.Outdated outdated ? outdated.reasons() : List.of();
    }

    private static EntryList list(String collection) {
        return EntryList.of(collection).orElseThrow();
    }

    private static Response toList(EntryList list, String cpc, String what, String code) {
        return Response.seeOther(URI.create(ListPresenter.address(list, cpc) + "?" + what + "=" + code))
                .build();
    }
}
