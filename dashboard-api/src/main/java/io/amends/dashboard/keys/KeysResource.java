package io.amends.dashboard.keys;

import io.amends.contracts.Reason;
import io.amends.contracts.access.Scope;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.keys.KeyChanges.KeyChange;
import io.amends.dashboard.keys.KeyChanges.KeyRefusal;
import io.amends.dashboard.keys.core.NewKey;
import io.amends.dashboard.keys.core.NewKey.KeyFault;
import io.amends.kit.access.Needs;
import io.amends.kit.page.Page;
import io.amends.kit.page.PageRequest;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Permission;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** API keys of a portal over HTTP (H2). A secret is answered once, when it is made, and never again. */
@Path("/v1/portals/{cpc}/keys")
@Needs(value = Scope.KEYS_WRITE, may = Permission.SEE_ADMINISTRATION)
@Blocking
public class KeysResource {
    private final KeyDesk desk;
    private final Directory directory;
    private final Clock clock;

    KeysResource(KeyDesk desk, Directory directory, Clock clock) {
        this.desk = desk;
        this.directory = directory;
        this.clock = clock;
    }

    /** The answer to a new key. */
    public record MadeKey(String keyId, String secret) {}

    /** The answer to a rotation. */
    public record RotatedKey(String secret) {}

    /** Makes a key of this portal; every service knows it within 2 s. */
    @Needs(value = Scope.KEYS_WRITE, may = Permission.ADMINISTER)
    @POST
    public Response make(@PathParam("cpc") String cpc, @Nullable NewKey sent) {
        directory.require(cpc);
        NewKey wanted = sent == null ? new NewKey(null, null, null) : sent;
        List<Reason> reasons =
                wanted.faults(clock.instant()).stream().map(KeyFault::reason).toList();
        if (!reasons.isEmpty()) {
            throw Problem.badRequest("This key cannot be made.", reasons);
        }
        KeyChange.Done made = done(desk.make(cpc, wanted), cpc);
        return Response.status(Response.Status.CREATED)
                .entity(new MadeKey(made.keyId(), made.secret()))
                .build();
    }

    /** The keys of this portal by name, when each was used last, and no secrets. */
    @GET
    public Page<ListedKey> list(
            @PathParam("cpc") String cpc,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("size") @Nullable Integer size) {
        directory.require(cpc);
        PageRequest asked = PageRequest.of(page, size);
        List<ListedKey> all = desk.all(cpc);
        List<ListedKey> items =
                all.stream().skip(asked.offset()).limit(asked.size()).toList();
        return new Page<>(items, asked.page(), asked.size(), all.size());
    }

    /** Gives a key a new secret; the one before stays good for 24 hours. */
    @Needs(value = Scope.KEYS_WRITE, may = Permission.ADMINISTER)
    @POST
    @Path("/{id}/rotate")
    public RotatedKey rotate(@PathParam("cpc") String cpc, @PathParam("id") String id) {
        directory.require(cpc);
        return new RotatedKey(done(desk.rotate(cpc, id), cpc).secret());
    }

    /** Ends a key; every service refuses it within 2 s. */
    @Needs(value = Scope.KEYS_WRITE, may = Permission.ADMINISTER)
    @DELETE
    @Path("/{id}")
    public void revoke(@PathParam("cpc") String cpc, @PathParam("id") String id) {
        directory.require(cpc);
        if (desk.revoke(cpc, id).isEmpty()) {
            throw problem(KeyRefusal.UNKNOWN, Set.of(), cpc);
        }
    }

    private static KeyChange.Done done(KeyChange change, String cpc) {
        if (change instanceof KeyChange.Refused refused) {
            throw problem(refused.why(), refused.lacking(), cpc);
        }
        return (KeyChange.Done) change;
    }

    private static Problem problem(KeyRefusal why, Set<Scope> lacking, String cpc) {
        return switch (why) {
            case NO_PORTAL -> Problem.noPortal(cpc);
            case UNKNOWN -> Problem.notFound("There is no such key.");
            case NAME_TAKEN -> Problem.conflict("Another key has that name.");
            case TOO_MANY_KEYS ->
                Problem.conflict("A portal has at most " + KeyChanges.MOST_KEYS + " keys: revoke one first.");
            case EXPIRED -> Problem.conflict("This key has expired, and so would a new secret: make a new key.");
            case TOO_MANY_SECRETS ->
                Problem.conflict("This key has " + KeyChanges.MOST_SECRETS
                        + " secrets that are good: wait until one ends, or revoke the key.");
            case BEYOND_THE_ASKER ->
                Problem.forbidden("Nobody gives a key a scope that they lack themselves, such as "
                                + lacking.iterator().next() + ".")
                        .with("lacking", lacking);
        };
    }
}
