package io.amends.dashboard.responses;

import io.amends.contracts.directory.EntryType;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.directory.StoredEntry;
import io.amends.dashboard.layout.Frame;
import io.amends.dashboard.layout.Frames;
import io.amends.dashboard.layout.LayoutMessages;
import io.amends.kit.access.Caller;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/** The way in: to the first portal's responses, or how to begin. */
@Path("/")
@Blocking
public class StartPage {
    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance begin(Frame frame);
    }

    private final Directory directory;
    private final Caller caller;
    private final Frames frames;
    private final LayoutMessages layout;

    StartPage(Directory directory, Caller caller, Frames frames, LayoutMessages layout) {
        this.directory = directory;
        this.caller = caller;
        this.frames = frames;
        this.layout = layout;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response start() {
        Optional<String> first = directory.all(EntryType.PORTAL, null).stream()
                .filter(portal -> portal.entry().isPresent())
                .map(StoredEntry::code)
                .filter(caller::may)
                .findFirst();
        return first.map(cpc -> Response.seeOther(URI.create("/portals/" + cpc + "/responses?srn=y")))
                .orElseGet(() -> Response.ok(Templates.begin(frames.of(null, layout.amends(), "", Frame.Place.NONE))))
                .build();
    }
}
