package io.amends.kit.access;

import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Permission;
import io.amends.kit.rights.Rights;
import io.amends.kit.rights.Sight;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks again at who sent a request while its answer goes on, such as the live stream: they may have been switched off, moved
 * to other groups or signed out meanwhile, and a key may have been revoked (H1, H2).
 */
@ApplicationScoped
public class SecondLook {
    private final ApiKeys keys;
    private final PersonTokens tokens;
    private final Instance<HttpAuthenticator> authenticator;

    SecondLook(ApiKeys keys, PersonTokens tokens, Instance<HttpAuthenticator> authenticator) {
        this.keys = keys;
        this.tokens = tokens;
        this.authenticator = authenticator;
    }

    /** What they may see now by a permission to see; nothing where they would not be let in any more, or nobody can say. */
    public Uni<Sight> at(RoutingContext request, String cpc, Permission permission) {
        String secret = AccessFilter.bearer(request.request().getHeader("Authorization"));
        return Uni.createFrom()
                .item(() -> secret == null ? Optional.<Sight>empty() : byKey(request, secret, cpc, permission))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .flatMap(byKey -> byKey.map(sight -> Uni.createFrom().item(sight))
                        .orElseGet(() -> byIdentity(request, cpc, permission)))
                .onFailure()
                .recoverWithItem(Sight.NOTHING);
    }

    /** Whether the API key that it came with is still good; yes where it came with none. Memory alone is asked. */
    public boolean keyHolds(RoutingContext request) {
        String secret = AccessFilter.bearer(request.request().getHeader("Authorization"));
        try {
            return secret == null || keys.holder(secret).isPresent() || keys.none();
        } catch (Problem e) {
            return false;
        }
    }

    private Optional<Sight> byKey(RoutingContext request, String secret, String cpc, Permission permission) {
        return keys.holder(secret).map(holder -> {
            Caller caller = new Caller();
            caller.isKey(holder);
            String token = request.request().getHeader(PersonTokens.HEADER);
            if (token != null) {
                caller.actsFor(tokens.verify(token));
            }
            return caller.sight(cpc, permission);
        });
    }

    private Uni<Sight> byIdentity(RoutingContext request, String cpc, Permission permission) {
        if (!authenticator.isResolvable()) {
            return Uni.createFrom().item(Sight.ALL);
        }
        return authenticator
                .get()
                .attemptAuthentication(request)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(identity -> sight(identity, cpc, permission));
    }

    private Sight sight(@Nullable SecurityIdentity identity, String cpc, Permission permission) {
        if (identity == null || identity.isAnonymous()) {
            return keys.none()
                    ? Sight.ALL
                    : Sight.NOTHING; // without keys, whoever reaches this service owns the machine
        }
        return Rights.sight(AccessFilter.roles(identity).in(cpc), permission);
    }
}
