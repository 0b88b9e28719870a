package io.amends.ingest.optouts;

import io.amends.contracts.access.Scope;
import io.amends.kit.access.Caller;
import io.amends.kit.access.Needs;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.outbox.Outbox;
import io.amends.kit.rights.Permission;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Which customers want no surveys. It holds for every survey, and not for mail about a case. To say the same twice changes
 * nothing.
 */
@Path("/v1/portals/{cpc}/opt-outs")
@Consumes(MediaType.APPLICATION_JSON)
@Needs(value = Scope.SURVEYS_WRITE, may = Permission.FILE_REQUESTS)
public class OptOutsResource {
    private final Jdbi jdbi;
    private final OptOuts optOuts;
    private final Outbox outbox;
    private final DirectoryView directory;
    private final Caller caller;
    private final Clock clock;

    OptOutsResource(Jdbi jdbi, OptOuts optOuts, Outbox outbox, DirectoryView directory, Caller caller, Clock clock) {
        this.jdbi = jdbi;
        this.optOuts = optOuts;
        this.outbox = outbox;
        this.directory = directory;
        this.caller = caller;
        this.clock = clock;
    }

    /** This customer gets no surveys any more. */
    @POST
    public void optOut(@PathParam("cpc") String cpc, @Nullable OptOutForm body) {
        directory.require(cpc);
        jdbi.useTransaction(tx -> optOuts.optOut(tx, cpc, caller.signature(), given(body), clock.instant()));
        outbox.wake();
    }

    /** This customer gets surveys again. */
    @Needs(value = Scope.SURVEYS_WRITE, may = Permission.ADMINISTER)
    @POST
    @Path("/lift")
    public void lift(@PathParam("cpc") String cpc, @Nullable OptOutForm body) {
        directory.require(cpc);
        jdbi.useTransaction(tx -> optOuts.lift(tx, cpc, caller.signature(), given(body), clock.instant()));
        outbox.wake();
    }

    private static OptOutForm given(@Nullable OptOutForm body) {
        return body == null ? OptOutForm.NOTHING : body;
    }
}
