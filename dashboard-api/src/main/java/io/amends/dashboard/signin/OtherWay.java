package io.amends.dashboard.signin;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The way to sign in at which somebody else vouches for people (H1), as the pages of signing in and out need it. */
public interface OtherWay {
    /** What its button says; empty where there is no such way. */
    String button();

    /** What the sign-in page says of a try that came to nothing, by its word in the address; empty for any other word. */
    String refusal(@Nullable String word);

    /** What whoever signs out is answered, so that they sign out there too; null for whoever did not come that way. */
    @Nullable
    Response leaving(RoutingContext context);
}
