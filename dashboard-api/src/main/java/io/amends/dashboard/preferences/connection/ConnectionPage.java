package io.amends.dashboard.preferences.connection;

import io.amends.contracts.api.NewChannelSecrets;
import io.amends.contracts.directory.EntryType;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.client.RefusedCall;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.directory.StoredEntry;
import io.amends.dashboard.layout.Frame;
import io.amends.dashboard.layout.Frames;
import io.amends.dashboard.preferences.connection.ConnectionView.News;
import io.amends.dashboard.preferences.shared.SeenEntries;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Where a channel is connected (C8): its secrets are set, a sample is posted, and one sees how it does. */
@Opens(Permission.SEE_ADMINISTRATION)
@Path("/portals/{cpc}/preferences/channels/{code}/connection")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class ConnectionPage {
    private static final int WRONG = 422;
    private static final String TAB = "channels";

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance connection(Frame frame, String tab, ConnectionView view);
    }

    private final ConnectionPresenter presenter;
    private final ChannelsClient alerting;
    private final SeenEntries seen;
    private final Directory directory;
    private final Frames frames;
    private final FormReader forms;
    private final ConnectionMessages messages;

    ConnectionPage(
            ConnectionPresenter presenter,
            @RestClient ChannelsClient alerting,
            SeenEntries seen,
            Directory directory,
            Frames frames,
            FormReader forms,
            ConnectionMessages messages) {
        this.presenter = presenter;
        this.alerting = alerting;
        this.seen = seen;
        this.directory = directory;
        this.frames = frames;
        this.forms = forms;
        this.messages = messages;
    }

    /** How the channel does. */
    @GET
    public Response connection(
            @PathParam("cpc") String cpc, @PathParam("code") String code, @QueryParam("done") @Nullable String done) {
        Portal portal = directory.require(cpc);
        News news = "secrets".equals(done) ? new News(false, messages.secretsSet(), List.of()) : null;
        return page(200, cpc, portal, stored(cpc, code), news);
    }

    /** Sets all secrets at once. */
    @Opens(Permission.ADMINISTER)
    @POST
    @Path("/secrets")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response secrets(@PathParam("cpc") String cpc, @PathParam("code") String code, String body) {
        Portal portal = directory.require(cpc);
        StoredEntry stored = stored(cpc, code);
        FormFields form = forms.read(body);
        try {
            alerting.secrets(
                    cpc, code, new NewChannelSecrets(form.given("current"), form.given("previous"), form.given("url")));
        } catch (RefusedCall | ProcessingException e) {
            return page(WRONG, cpc, portal, stored, presenter.refused(messages.secretsRefused(), e));
        }
        return Response.seeOther(URI.create(ConnectionPresenter.address(cpc, code) + "?done=secrets"))
                .build();
    }

    /** Posts a sample that says that it is one. */
    @Opens(Permission.ADMINISTER)
    @POST
    @Path("/test")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response test(@PathParam("cpc") String cpc, @PathParam("code") String code) {
        Portal portal = directory.require(cpc);
        StoredEntry stored = stored(cpc, code);
        try {
            return page(200, cpc, portal, stored, presenter.tested(alerting.test(cpc, code)));
        } catch (RefusedCall | ProcessingException e) {
            return page(WRONG, cpc, portal, stored, presenter.refused(messages.testRefused(), e));
        }
    }

    private Response page(int status, String cpc, Portal portal, StoredEntry stored, @Nullable News news) {
        Frame frame = frames.of(cpc, portal.name(), "", Frame.Place.PREFERENCES);
        return Response.status(status)
                .entity(Templates.connection(frame, TAB, presenter.view(cpc, portal, stored, news)))
                .build();
    }

    private StoredEntry stored(String cpc, String code) {
        return seen.find(EntryType.CHANNEL, cpc, code)
                .orElseThrow(() -> Problem.notFound("There is no channel " + code + "."));
    }
}
