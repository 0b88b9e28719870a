package io.amends.dashboard.responses;

import io.amends.contracts.directory.Portal;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.layout.Frame;
import io.amends.dashboard.layout.Frames;
import io.amends.dashboard.layout.LayoutMessages;
import io.amends.kit.access.Caller;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ways in: to the first page that is open to a person, to one of their portals, or how to begin. */
@Path("/")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class StartPage {
    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance begin(Frame frame);

        static native TemplateInstance portals(Frame frame, List<PortalChoice> portals, boolean makes);

        static native TemplateInstance nothing(Frame frame, String title, String words);
    }

    /** A portal that can be chosen. */
    record PortalChoice(String code, String name) {}

    private final Directory directory;
    private final Caller caller;
    private final Frames frames;
    private final ResponsesMessages messages;
    private final LayoutMessages layout;

    StartPage(Directory directory, Caller caller, Frames frames, ResponsesMessages messages, LayoutMessages layout) {
        this.directory = directory;
        this.caller = caller;
        this.frames = frames;
        this.messages = messages;
        this.layout = layout;
    }

    /** To the first portal that has a page for the person. */
    @GET
    public Response start() {
        Map<String, Portal> portals = frames.portals();
        Optional<String> page = portals.keySet().stream()
                .flatMap(cpc -> frames.firstPage(cpc).stream())
                .findFirst();
        if (page.isPresent()) {
            return Response.seeOther(URI.create(page.get())).build();
        }
        return portals.keySet().stream().findFirst().map(this::nothing).orElseGet(() -> Response.ok(withoutPortal())
                .build());
    }

    /** The portals that exist for the person. */
    @GET
    @Path("portals")
    public TemplateInstance portals() {
        return Templates.portals(
                frame(),
                frames.portals().entrySet().stream()
                        .map(portal -> new PortalChoice(
                                portal.getKey(), portal.getValue().name()))
                        .toList(),
                caller.mayAll());
    }

    /** To the first page of a portal that is open to the person. */
    @GET
    @Path("portals/{cpc}")
    public Response portal(@PathParam("cpc") String cpc) {
        directory.require(cpc);
        return frames.firstPage(cpc)
                .map(page -> Response.seeOther(URI.create(page)).build())
                .orElseGet(() -> nothing(cpc));
    }

    /** A portal that is the person's, and has no page for what they are in it. */
    private Response nothing(String cpc) {
        String name = directory.require(cpc).name();
        return Response.ok(Templates.nothing(
                        frames.of(cpc, name, "", Frame.Place.NONE), messages.noPage(name), messages.byApiAlone()))
                .build();
    }

    private TemplateInstance withoutPortal() {
        return caller.mayAll()
                ? Templates.begin(frame())
                : Templates.nothing(frame(), messages.inNoPortal(), messages.howRolesCome());
    }

    private Frame frame() {
        return frames.of(null, layout.amends(), "", Frame.Place.NONE);
    }
}
