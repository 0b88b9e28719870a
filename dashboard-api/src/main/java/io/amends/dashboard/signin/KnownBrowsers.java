package io.amends.dashboard.signin;

import io.quarkus.vertx.http.runtime.security.PersistentLoginManager;
import io.quarkus.vertx.http.runtime.security.PersistentLoginManager.RestoreResult;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Who has signed in by a password in this browser last (H1), so that nobody who guesses at their name elsewhere keeps them
 * out. It is in an encrypted cookie that browsers send with signing in alone, and which opens nothing.
 */
@ApplicationScoped
class KnownBrowsers {
    private static final String SIGN_IN = "/sign-in";
    private static final Duration KEPT = Duration.ofDays(180);
    private static final String PARTS = "|";

    private final PublicAddress address;
    private final String cookie;
    private final PersistentLoginManager cookies;

    KnownBrowsers(
            PublicAddress address,
            @ConfigProperty(name = "amends.session.key") Optional<String> key,
            @ConfigProperty(name = "amends.session.browser-cookie") String cookie) {
        this.address = address;
        this.cookie = cookie;
        // A key of its own: what is in this cookie is never taken for a session.
        this.cookies = new PersistentLoginManager(
                key.map(k -> "browser " + k).orElse(null),
                cookie,
                KEPT.toMillis(),
                KEPT.toMillis(),
                true,
                "LAX",
                SIGN_IN,
                KEPT.toSeconds(),
                null);
    }

    /** The id of this browser, if that person has signed in here last; else null. */
    @Nullable
    String of(RoutingContext context, String name) {
        RestoreResult restored = cookies.restore(context);
        if (restored == null) {
            return null;
        }
        String[] parts = restored.getPrincipal().split(Pattern.quote(PARTS), 2); // a name may hold any sign
        return parts.length == 2 && parts[1].equals(name) ? parts[0] : null;
    }

    /** Keeps that this person has signed in here. */
    void signedIn(RoutingContext context, String name) {
        String known = of(context, name);
        String id = known == null ? UUID.randomUUID().toString() : known;
        cookies.save(id + PARTS + name, context, cookie, null, address.secure(context.request()));
    }
}
