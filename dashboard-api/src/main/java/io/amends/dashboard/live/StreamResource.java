package io.amends.dashboard.live;

import io.amends.contracts.access.Scope;
import io.amends.dashboard.directory.Directory;
import io.amends.kit.access.Needs;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Action;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;

/** Responses, decisions, notes and changes of cases of a portal as they arrive, as server-sent events. */
@Needs(value = Scope.RESPONSES_READ, may = Action.SEE_RESPONSES)
@Path("/v1/portals/{cpc}/stream")
public class StreamResource {
    // Keeps proxies from closing a quiet stream, and finds out who is gone.
    private static final Duration PULSE = Duration.ofSeconds(15);

    private final Arrivals arrivals;
    private final Directory directory;

    StreamResource(Arrivals arrivals, Directory directory) {
        this.arrivals = arrivals;
        this.directory = directory;
    }

    /** @throws Problem 404 if there is no such portal: nothing would ever arrive in it */
    @GET
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> stream(@PathParam("cpc") String cpc, @Context Sse sse) {
        directory.require(cpc);
        Multi<OutboundSseEvent> events = arrivals.of(cpc).map(a -> sse.newEventBuilder()
                .name(a.event())
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(a.data())
                .build());
        Multi<OutboundSseEvent> pulse = Multi.createFrom()
                .ticks()
                .every(PULSE)
                .onOverflow()
                .drop()
                .map(t -> sse.newEventBuilder().comment("still here").build());
        OutboundSseEvent hello = sse.newEventBuilder().comment("listening").build();
        return Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(hello),
                        Multi.createBy().merging().streams(events, pulse));
    }
}
