package io.amends.dashboard.signin;

import io.amends.dashboard.signin.core.TypedName;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The name that somebody has typed for theirs in this sitting (D2), so that a stand-in types it once. It is in a cookie
 * that no script reads and that ends with the browser or by signing out, since logs keep addresses; and it is its
 * owner's: who opens the dialog in the same browser as somebody else does not inherit it.
 */
@RequestScoped
public class TypedNames {
    private final RoutingContext context;
    private final Origin origin;
    private final PublicAddress address;
    private final String cookie;

    TypedNames(
            RoutingContext context,
            Origin origin,
            PublicAddress address,
            @ConfigProperty(name = "amends.session.typed-name-cookie") String cookie) {
        this.context = context;
        this.origin = origin;
        this.address = address;
        this.cookie = cookie;
    }

    /** The name that this owner typed; null where they typed none. */
    public @Nullable String of(String owner) {
        Cookie held = context.request().getCookie(cookie);
        return TypedName.read(held == null ? null : held.getValue(), owner);
    }

    /** Keeps a name, where a page of ours has sent it: another site is not to choose how somebody signs. */
    public void keep(String owner, String name) {
        if (origin.ours() && name.length() <= TypedName.LONGEST) {
            context.response().addCookie(named(TypedName.written(owner, name)));
        }
    }

    /** Ends it with the session. */
    void forget() {
        context.response().addCookie(named("").setMaxAge(0));
    }

    private Cookie named(String value) {
        return Cookie.cookie(cookie, value)
                .setPath("/")
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.LAX)
                .setSecure(address.secure(context.request()));
    }
}
