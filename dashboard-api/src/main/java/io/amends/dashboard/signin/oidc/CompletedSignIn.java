package io.amends.dashboard.signin.oidc;

import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in that the platform has just completed with the provider in this request: the code was exchanged, and the token
 * is verified.
 *
 * @param endSession where people sign out at the provider; null where it has no such place
 */
record CompletedSignIn(String idToken, @Nullable String endSession) {
    private static final String KEY = "amends.oidc.completed";

    void keep(RoutingContext context) {
        context.put(KEY, this);
    }

    /** The one of this request; null for a request that has completed none. */
    static @Nullable CompletedSignIn of(RoutingContext context) {
        return context.get(KEY);
    }
}
