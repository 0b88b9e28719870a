package io.amends.dashboard.keys;

import io.amends.contracts.directory.Portal;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.keys.KeyChanges.KeyChange;
import io.amends.dashboard.keys.KeyChanges.KeyRefusal;
import io.amends.dashboard.keys.KeysPresenter.News;
import io.amends.dashboard.keys.KeysView.MakingForm;
import io.amends.dashboard.keys.core.NewKey;
import io.amends.dashboard.keys.core.NewKey.KeyFault;
import io.amends.dashboard.layout.Frame;
import io.amends.dashboard.layout.Frames;
import io.amends.kit.access.Opens;
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
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * API keys for people (H2): listed for who may see them, made, rotated and revoked by who may change them. A new secret is in the answer to the form that made it and
 * nowhere else, so that it is shown once.
 */
@Path("/portals/{cpc}/keys")
@Opens(Permission.SEE_ADMINISTRATION)
@Blocking
@Produces(MediaType.TEXT_HTML)
public class KeysPage {
    private static final int WRONG = 422;

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance keys(Frame frame, KeysView view);
    }

    private final KeyDesk desk;
    private final KeysPresenter presenter;
    private final KeysMessages messages;
    private final Directory directory;
    private final Frames frames;
    private final Clock clock;

    KeysPage(
            KeyDesk desk,
            KeysPresenter presenter,
            KeysMessages messages,
            Directory directory,
            Frames frames,
            Clock clock) {
        this.desk = desk;
        this.presenter = presenter;
        this.messages = messages;
        this.directory = directory;
        this.frames = frames;
        this.clock = clock;
    }

    /** The list. */
    @GET
    public Response list(@PathParam("cpc") String cpc) {
        return page(200, cpc, News.NONE);
    }

    /** Makes a key. */
    @Opens(Permission.ADMINISTER)
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response make(@PathParam("cpc") String cpc, @BeanParam KeysForm form) {
        Portal portal = directory.require(cpc);
        NewKey wanted = form.wanted(portal.timeZone());
        Set<KeyFault> faults = EnumSet.noneOf(KeyFault.class);
        faults.addAll(wanted.faults(clock.instant()));
        if (!faults.isEmpty() || !form.lastDayReadable()) {
            return again(cpc, messages.lookAtMarked(), presenter.again(form, faults, false));
        }
        KeyChange change = desk.make(cpc, wanted);
        if (change instanceof KeyChange.Refused refused) {
            boolean taken = refused.why() == KeyRefusal.NAME_TAKEN;
            return again(cpc, presenter.why(refused), presenter.again(form, faults, taken));
        }
        return page(200, cpc, News.done(messages.made(wanted.givenName()), ((KeyChange.Done) change).secret()));
    }

    /** Gives a key a new secret. */
    @Opens(Permission.ADMINISTER)
    @POST
    @Path("/{id}/rotate")
    public Response rotate(@PathParam("cpc") String cpc, @PathParam("id") String id) {
        directory.require(cpc);
        KeyChange change = desk.rotate(cpc, id);
        return change instanceof KeyChange.Refused refused
                ? page(WRONG, cpc, News.refused(presenter.why(refused)))
                : page(200, cpc, News.done(messages.rotated(), ((KeyChange.Done) change).secret()));
    }

    /** Ends a key. */
    @Opens(Permission.ADMINISTER)
    @POST
    @Path("/{id}/revoke")
    public Response revoke(@PathParam("cpc") String cpc, @PathParam("id") String id) {
        directory.require(cpc);
        Optional<String> name = desk.revoke(cpc, id);
        return name.isEmpty()
                ? page(WRONG, cpc, News.refused(messages.unknown()))
                : page(200, cpc, News.done(messages.revoked(name.get()), null));
    }

    private Response page(int status, String cpc, News news) {
        return page(status, cpc, news, presenter.empty());
    }

    private Response again(String cpc, String why, MakingForm form) {
        return page(WRONG, cpc, News.refused(why), form);
    }

    private Response page(int status, String cpc, News news, MakingForm form) {
        Portal portal = directory.require(cpc);
        Frame frame = frames.of(cpc, portal.name(), "", Frame.Place.KEYS);
        return Response.status(status)
                .entity(Templates.keys(frame, presenter.view(cpc, portal, news, form)))
                .build();
    }
}
