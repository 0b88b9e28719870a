package io.amends.dashboard.live;

import io.amends.contracts.access.Scope;
import io.amends.dashboard.directory.Directory;
import io.amends.kit.access.Caller;
import io.amends.kit.access.Needs;
import io.amends.kit.access.SecondLook;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Permission;
import io.amends.kit.rights.Sight;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Responses, decisions, notes and changes of cases of a portal as they arrive, as server-sent events. At every pulse it is
 * looked again at who listens: where they may not see what they could when they began, the stream ends. Whoever may still
 * listen connects again, as browsers do by themselves, and hears what they see now (H1). A key is looked at every second,
 * since it is refused everywhere within two when it was revoked (H2).
 */
@Needs(value = Scope.RESPONSES_READ, may = Permission.SEE_RESPONSES)
@Path("/v1/portals/{cpc}/stream")
public class StreamResource {
    private static final Duration KEY_LOOK = Duration.ofSeconds(1);

    private final Arrivals arrivals;
    private final Directory directory;
    private final Caller caller;
    private final SecondLook secondLook;
    private final Duration pulse;

    /** @param pulse keeps proxies from closing a quiet stream, finds out who is gone, and who may see something else */
    StreamResource(
            Arrivals arrivals,
            Directory directory,
            Caller caller,
            SecondLook secondLook,
            @ConfigProperty(name = "amends.live.pulse") Duration pulse) {
        this.arrivals = arrivals;
        this.directory = directory;
        this.caller = caller;
        this.secondLook = secondLook;
        this.pulse = pulse;
    }

    /** @throws Problem 404 if there is no such portal: nothing would ever arrive in it */
    @GET
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> stream(
            @PathParam("cpc") String cpc, @Context Sse sse, @Context RoutingContext request) {
        directory.require(cpc);
        Sight sight = caller.sight(cpc, Permission.SEE_RESPONSES);
        Multi<Optional<OutboundSseEvent>> events = arrivals.of(cpc, sight)
                .map(a -> Optional.of(sse.newEventBuilder()
                        .name(a.event())
                        .mediaType(MediaType.APPLICATION_JSON_TYPE)
                        .data(a.data())
                        .build()));
        // Nothing: they see something else now.
        Multi<Optional<OutboundSseEvent>> pulses = Multi.createFrom()
                .ticks()
                .every(pulse)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(t -> secondLook.at(request, cpc, Permission.SEE_RESPONSES))
                .map(now -> now.equals(sight)
                        ? Optional.of(
                                sse.newEventBuilder().comment("still here").build())
                        : Optional.empty());
        Multi<Optional<OutboundSseEvent>> ended = Multi.createFrom()
                .ticks()
                .every(KEY_LOOK)
                .onOverflow()
                .drop()
                .select()
                .where(t -> !secondLook.keyHolds(request))
                .map(t -> Optional.empty());
        OutboundSseEvent hello = sse.newEventBuilder().comment("listening").build();
        return Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(hello),
                        Multi.createBy()
                                .merging()
                                .streams(events, pulses, ended)
                                .select()
                                .first(Optional::isPresent)
                                .map(Optional::orElseThrow));
    }
}
