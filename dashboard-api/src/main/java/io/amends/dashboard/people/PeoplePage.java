package io.amends.dashboard.people;

import io.amends.contracts.Reason;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.layout.Frame;
import io.amends.dashboard.layout.Frames;
import io.amends.dashboard.passwords.Invitations;
import io.amends.dashboard.people.PeopleChanges.PersonChange;
import io.amends.dashboard.people.PeopleChanges.PersonRefusal;
import io.amends.dashboard.people.PeopleView.EverywhereLine;
import io.amends.dashboard.people.PeopleView.FieldErrors;
import io.amends.dashboard.people.PeopleView.News;
import io.amends.dashboard.people.PeopleView.PersonForm;
import io.amends.dashboard.people.core.Logins;
import io.amends.dashboard.people.core.WantedPerson;
import io.amends.kit.access.Caller;
import io.amends.kit.access.Opens;
import io.amends.kit.http.IfMatch;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Matter;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The people of a portal for people (H1): listed, added, changed, invited and removed. */
@Opens(Permission.SEE_ADMINISTRATION)
@Path("/portals/{cpc}/people")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class PeoplePage {
    private static final int WRONG = 422;

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance people(Frame frame, PeopleView view);
    }

    private final PeopleChanges changes;
    private final PeopleList list;
    private final Invitations invitations;
    private final PeoplePresenter presenter;
    private final PeopleMessages messages;
    private final Directory directory;
    private final Frames frames;
    private final Caller caller;

    PeoplePage(
            PeopleChanges changes,
            PeopleList list,
            Invitations invitations,
            PeoplePresenter presenter,
            PeopleMessages messages,
            Directory directory,
            Frames frames,
            Caller caller) {
        this.changes = changes;
        this.list = list;
        this.invitations = invitations;
        this.presenter = presenter;
        this.messages = messages;
        this.directory = directory;
        this.frames = frames;
        this.caller = caller;
    }

    /** The list; after an import, with how many people it added and changed. */
    @GET
    public Response list(
            @PathParam("cpc") String cpc,
            @QueryParam("added") @Nullable Integer added,
            @QueryParam("changed") @Nullable Integer changed) {
        return page(
                200, cpc, added == null || changed == null ? News.NONE : News.done(presenter.imported(added, changed)));
    }

    /** Adds a person. */
    @Opens(Permission.ADMINISTER)
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(@PathParam("cpc") String cpc, @BeanParam PeopleForm form) {
        String login = PeopleForm.typed(form.login).strip();
        WantedPerson wanted = form.wanted();
        List<Reason> faults = wanted.faults(cpc);
        boolean loginUnfit = Logins.fault(login) != null;
        if (loginUnfit || !faults.isEmpty()) {
            return page(
                    WRONG,
                    cpc,
                    News.refused(messages.lookAtMarked()),
                    presenter.adding(cpc, form, presenter.errors(faults, loginUnfit), true));
        }
        if (list.find(cpc, login).isPresent()) {
            return page(
                    WRONG,
                    cpc,
                    News.refused(messages.loginTaken()),
                    presenter.adding(cpc, form, FieldErrors.NONE, true));
        }
        PersonChange change = changes.put(cpc, login, wanted, new IfMatch(null));
        if (change instanceof PersonChange.Saved saved) {
            String name = saved.person().name();
            return page(
                    200, cpc, News.done(saved.person().passwordSet() ? messages.saved(name) : messages.added(name)));
        }
        return page(
                WRONG,
                cpc,
                News.refused(presenter.why(((PersonChange.Refused) change).why())),
                presenter.adding(cpc, form, FieldErrors.NONE, true));
    }

    /** The form of one person. */
    @Opens(Permission.ADMINISTER)
    @GET
    @Path("/{login}")
    public Response one(@PathParam("cpc") String cpc, @PathParam("login") String login) {
        ListedPerson person = known(cpc, login);
        return page(200, cpc, News.NONE, presenter.changing(cpc, person, PeopleForm.of(person), FieldErrors.NONE));
    }

    /** Changes a person. */
    @Opens(Permission.ADMINISTER)
    @POST
    @Path("/{login}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@PathParam("cpc") String cpc, @PathParam("login") String login, @BeanParam PeopleForm form) {
        ListedPerson person = known(cpc, login);
        form.login = login;
        WantedPerson wanted = form.wanted();
        List<Reason> faults = wanted.faults(cpc);
        if (!faults.isEmpty()) {
            return page(
                    WRONG,
                    cpc,
                    News.refused(messages.lookAtMarked()),
                    presenter.changing(cpc, person, form, presenter.errors(faults, false)));
        }
        PersonChange change = changes.put(cpc, login, wanted, new IfMatch(PeopleForm.typed(form.seen)));
        if (change instanceof PersonChange.Saved saved) {
            String name = saved.person().name();
            return page(200, cpc, News.done(saved.elsewhere() ? messages.savedElsewhere(name) : messages.saved(name)));
        }
        PersonRefusal why = ((PersonChange.Refused) change).why();
        ListedPerson now = known(cpc, login);
        PeopleForm shown = why == PersonRefusal.CHANGED_SINCE ? PeopleForm.of(now) : form;
        return page(
                WRONG, cpc, News.refused(presenter.why(why)), presenter.changing(cpc, now, shown, FieldErrors.NONE));
    }

    /** Mails a person the link by which they set a password. */
    @Opens(Permission.ADMINISTER)
    @POST
    @Path("/{login}/invite")
    public Response invite(@PathParam("cpc") String cpc, @PathParam("login") String login) {
        News news = presenter.invited(invitations.invite(cpc, login));
        return page(news.refused() == null ? 200 : WRONG, cpc, news);
    }

    /** Removes a person from the portal. */
    @Opens(Permission.ADMINISTER)
    @POST
    @Path("/{login}/remove")
    public Response remove(@PathParam("cpc") String cpc, @PathParam("login") String login) {
        PersonChange change = changes.remove(cpc, login, new IfMatch(null));
        return change instanceof PersonChange.Removed removed
                ? page(200, cpc, News.done(messages.removed(removed.name())))
                : page(WRONG, cpc, News.refused(presenter.why(((PersonChange.Refused) change).why())));
    }

    private ListedPerson known(String cpc, String login) {
        return list.find(cpc, login).orElseThrow(() -> Problem.notFound(messages.unknown()));
    }

    private Response page(int status, String cpc, News news) {
        return page(
                status, cpc, news, presenter.adding(cpc, PeopleForm.empty(), FieldErrors.NONE, list.count(cpc) == 0));
    }

    private Response page(int status, String cpc, News news, PersonForm form) {
        Portal portal = directory.require(cpc);
        Frame frame = frames.of(cpc, portal.name(), "", Frame.Place.PEOPLE);
        boolean mayChange = caller.may(cpc, Permission.ADMINISTER, Matter.PORTAL);
        List<EverywhereLine> everywhere = caller.may(Logins.INSTALLATION, Permission.SEE_ADMINISTRATION, Matter.PORTAL)
                ? presenter.everywhere()
                : List.of();
        return Response.status(status)
                .entity(Templates.people(frame, presenter.view(cpc, portal, mayChange, news, everywhere, form)))
                .build();
    }
}
