package io.amends.dashboard.signin.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.dashboard.signin.PublicAddress;
import io.amends.dashboard.signin.oidc.core.OidcSettings;
import io.quarkus.vertx.http.runtime.security.PersistentLoginManager;
import io.quarkus.vertx.http.runtime.security.PersistentLoginManager.RestoreResult;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * What signing out at the provider needs of the sign-in: where, and the ID token that says whose session it is. It is in
 * an encrypted cookie that browsers send with signing out alone, and lives as long as a session can.
 */
@ApplicationScoped
public class SignOutHint {
    private static final String SIGN_OUT = "/logout";
    /** Browsers keep cookies of 4,096 bytes, and encrypting makes a third more of it. */
    private static final int MOST = 2_900;

    private final OidcTenant tenant;
    private final PublicAddress address;
    private final String cookie;
    private final PersistentLoginManager cookies;

    SignOutHint(
            OidcTenant tenant,
            PublicAddress address,
            @ConfigProperty(name = "amends.session.key") Optional<String> key,
            @ConfigProperty(name = "amends.session.longest") Duration longest,
            @ConfigProperty(name = "amends.session.sign-out-cookie") String cookie) {
        this.tenant = tenant;
        this.address = address;
        this.cookie = cookie;
        // A key of its own: what is in this cookie is never taken for a session.
        this.cookies = new PersistentLoginManager(
                key.map(k -> "sign-out " + k).orElse(null),
                cookie,
                longest.toMillis(),
                longest.toMillis(),
                true,
                "LAX",
                SIGN_OUT,
                -1,
                null);
    }

    /** Keeps it with this answer; there is nothing to keep where the provider has no place to sign out. */
    void keep(RoutingContext context, CompletedSignIn signIn) {
        String there = signIn.endSession();
        if (there == null || !there.matches("https?://[\\x21-\\x7e]+")) {
            return;
        }
        String whole = there + "\n" + signIn.idToken();
        // Without the token the provider asks whoever signs out whether they mean it.
        String kept = whole.length() > MOST ? there + "\n" : whole;
        cookies.save(kept, context, cookie, null, address.secure(context.request()));
    }

    /** Where to sign out at the provider, once; null for whoever did not sign in there. */
    @Nullable
    String take(RoutingContext context) {
        RestoreResult kept = cookies.restore(context);
        if (context.request().getCookie(cookie) != null) {
            context.response()
                    .addCookie(Cookie.cookie(cookie, "")
                            .setPath(SIGN_OUT)
                            .setMaxAge(0)
                            .setHttpOnly(true)
                            .setSecure(address.secure(context.request()))
                            .setSameSite(CookieSameSite.LAX));
        }
        OidcSettings settings = tenant.settings().orElse(null);
        return kept == null || settings == null ? null : address(kept.getPrincipal(), settings);
    }

    private String address(String kept, OidcSettings settings) {
        String[] parts = kept.split("\n", 2);
        String there = parts[0] + (parts[0].contains("?") ? "&" : "?") + "client_id=" + encoded(settings.clientId())
                + "&post_logout_redirect_uri=" + encoded(tenant.address(OidcTenant.OUT));
        return parts.length < 2 || parts[1].isEmpty() ? there : there + "&id_token_hint=" + parts[1];
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
