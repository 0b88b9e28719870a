package io.amends.dashboard.signin.oidc;

import io.quarkus.oidc.AuthenticationCompletionAction;
import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.runtime.OidcUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Hears of every sign-in that the platform completes with the provider, and keeps it for this one request: the platform's
 * own session, a cookie with the tokens, never leaves.
 */
@ApplicationScoped
public class CompletedSignIns implements AuthenticationCompletionAction {

    @Override
    public Uni<Void> action(AuthenticationCompletionContext completed) {
        RoutingContext context = completed.routingContext();
        OidcConfigurationMetadata provider = completed.identity().getAttribute(OidcUtils.CONFIG_METADATA_ATTRIBUTE);
        new CompletedSignIn(completed.tokens().getIdToken(), provider == null ? null : provider.getEndSessionUri())
                .keep(context);
        context.addHeadersEndHandler(sending -> withoutTokens(context));
        return Uni.createFrom().voidItem();
    }

    private static void withoutTokens(RoutingContext context) {
        List<String> names = context.request().cookies().stream()
                .map(Cookie::getName)
                .filter(name -> name.startsWith(OidcUtils.SESSION_COOKIE_NAME))
                .toList();
        names.forEach(name -> context.response().removeCookie(name, false));
    }
}
