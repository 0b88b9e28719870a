package io.amends.ingest.optouts;

import io.amends.contracts.Reason;
import io.amends.contracts.access.Scope;
import io.amends.contracts.api.ListedOptOut;
import io.amends.ingest.optouts.OptOutForm.NamedCustomer;
import io.amends.kit.access.Caller;
import io.amends.kit.access.Needs;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.outbox.Outbox;
import io.amends.kit.page.Page;
import io.amends.kit.page.PageRequest;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Permission;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Which customers want no surveys. It holds for every survey, and not for mail about a case. To say the same twice changes
 * nothing.
 */
@Path("/v1/portals/{cpc}/opt-outs")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
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

    /** Who wants no surveys, the latest first; or the one of exactly that email, phone or id. */
    @Needs(value = Scope.SURVEYS_READ, may = Permission.SEE_ADMINISTRATION)
    @GET
    public Page<ListedOptOut> list(
            @PathParam("cpc") String cpc,
            @QueryParam("email") @Nullable String email,
            @QueryParam("phone") @Nullable String phone,
            @QueryParam("id") @Nullable String id,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("size") @Nullable Integer size) {
        directory.require(cpc);
        PageRequest asked = PageRequest.of(page, size);
        NamedCustomer only =
                email == null && phone == null && id == null ? null : named(new OptOutForm(email, phone, id, null));
        return jdbi.withHandle(db -> OptOuts.list(db, cpc, only, asked));
    }

    private static NamedCustomer named(OptOutForm asked) {
        List<Reason> faults = asked.faults();
        if (!faults.isEmpty()) {
            throw Problem.badRequest(
                    "Nobody can be looked for by this.",
                    faults.stream()
                            .map(fault -> new Reason(fault.pointer().replaceFirst("^/", "?"), fault.reason()))
                            .toList());
        }
        return asked.checked();
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
