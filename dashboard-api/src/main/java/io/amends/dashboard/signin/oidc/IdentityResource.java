package io.amends.dashboard.signin.oidc;

import io.amends.contracts.Reason;
import io.amends.contracts.access.Scope;
import io.amends.dashboard.people.PeopleLock;
import io.amends.dashboard.signin.BuiltInUsers;
import io.amends.dashboard.signin.Epochs;
import io.amends.dashboard.signin.oidc.core.OidcSettings;
import io.amends.kit.access.Caller;
import io.amends.kit.access.Needs;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Permission;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Whom the provider knows a person as, over HTTP (H1): how somebody is linked whose email does not do it. A person is one
 * over all portals, so this is for whoever looks after all of them: an admin of one portal could become somebody else.
 */
@Path("/v1/portals/{cpc}/people/{login}/identity")
@Needs(value = Scope.PEOPLE_WRITE, may = Permission.ADMINISTER)
@Blocking
public class IdentityResource {
    private final OidcTenant tenant;
    private final Identities identities;
    private final BuiltInUsers configured;
    private final Epochs epochs;
    private final Jdbi jdbi;
    private final Caller caller;

    IdentityResource(
            OidcTenant tenant,
            Identities identities,
            BuiltInUsers configured,
            Epochs epochs,
            Jdbi jdbi,
            Caller caller) {
        this.tenant = tenant;
        this.identities = identities;
        this.configured = configured;
        this.epochs = epochs;
        this.jdbi = jdbi;
        this.caller = caller;
    }

    /** What is sent: the id that the provider gives to the person, {@code sub}. */
    public record WantedIdentity(@Nullable String subject) {}

    /** What is answered. */
    public record LinkedIdentity(String issuer, String subject) {}

    @GET
    public LinkedIdentity get(@PathParam("cpc") String cpc, @PathParam("login") String login) {
        String issuer = issuer();
        return jdbi.withHandle(db -> identities.subject(db, issuer, login))
                .map(subject -> new LinkedIdentity(issuer, subject))
                .orElseThrow(IdentityResource::unlinked);
    }

    /** Links a person, in the place of what they were linked with. */
    @PUT
    public LinkedIdentity put(
            @PathParam("cpc") String cpc, @PathParam("login") String login, @Nullable WantedIdentity sent) {
        String issuer = issuer();
        String subject =
                sent == null || sent.subject() == null ? "" : sent.subject().strip();
        String fault = Identities.fault(subject);
        if (fault != null) {
            throw Problem.badRequest("This person cannot be linked.", List.of(new Reason("/subject", fault)));
        }
        return jdbi.inTransaction(tx -> {
            PeopleLock.hold(tx);
            require(tx, login);
            String holder = identities.login(tx, issuer, subject).orElse(login);
            if (!holder.equals(login)) {
                throw Problem.conflict("Somebody else is linked with this: " + holder + ". End that first.");
            }
            String before = identities.subject(tx, issuer, login).orElse(null);
            if (!subject.equals(before)) {
                if (before != null) {
                    identities.unlink(tx, issuer, before, login, caller.signature());
                }
                identities.link(tx, issuer, subject, login, caller.signature());
                epochs.end(tx, login);
            }
            return new LinkedIdentity(issuer, subject);
        });
    }

    /** Ends it, and the person's sessions: they cannot come in by the provider any more. */
    @DELETE
    public void delete(@PathParam("cpc") String cpc, @PathParam("login") String login) {
        String issuer = issuer();
        jdbi.useTransaction(tx -> {
            PeopleLock.hold(tx);
            String subject = identities.subject(tx, issuer, login).orElseThrow(IdentityResource::unlinked);
            identities.unlink(tx, issuer, subject, login, caller.signature());
            epochs.end(tx, login);
        });
    }

    private String issuer() {
        if (!caller.mayAll()) {
            throw Problem.forbidden("A person is one over all portals: linking them is for an admin of all of them.");
        }
        return tenant.settings()
                .map(OidcSettings::issuer)
                .orElseThrow(() -> Problem.notFound("Nobody signs in by OpenID Connect here."));
    }

    private void require(Handle tx, String login) {
        if (configured.alike(login).isPresent()) {
            throw Problem.conflict("People of AMENDS_USERS sign in by their password.");
        }
        boolean there = tx.createQuery("SELECT EXISTS (SELECT FROM person WHERE login = :login)")
                .bind("login", login)
                .mapTo(Boolean.class)
                .one();
        if (!there) {
            throw Problem.notFound("There is no person " + login + ".");
        }
    }

    private static Problem unlinked() {
        return Problem.notFound("This person is not linked with the provider.");
    }
}
