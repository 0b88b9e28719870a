package io.amends.dashboard.signin.oidc;

import io.amends.dashboard.signin.BuiltInSignIn;
import io.amends.dashboard.signin.oidc.core.OidcSettings;
import io.amends.kit.id.Sha256;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.quarkus.oidc.runtime.OidcTenantConfig.TokenStateManager.Strategy;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells the platform where it speaks OpenID Connect (H1): on the one path of signing in, and nowhere else. Every other path
 * has our own session, whatever cookies come with it. The provider is asked when somebody signs in, and not before: a
 * service starts without it.
 */
@ApplicationScoped
public class OidcTenant implements TenantConfigResolver {
    /** Where signing in begins, and where the provider sends people back to. */
    static final String PATH = "/sign-in/oidc";

    /** Where the provider sends people to who have signed out there. */
    static final String OUT = PATH + "/out";

    /** Of each request to the provider. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final OidcTenantConfig NOWHERE =
            OidcTenantConfig.builder().tenantId("nowhere").disableTenant().build();
    /** As long as somebody may need for a second factor at the provider. */
    private static final Duration TIME_TO_SIGN_IN = Duration.ofMinutes(30);

    private final Optional<OidcSettings> settings;
    private final String base;
    private final OidcTenantConfig tenant;
    private final BiConsumer<RoutingContext, Throwable> failures;

    OidcTenant(
            OidcProperties written,
            BuiltInSignIn builtIn,
            OidcFailures failures,
            @ConfigProperty(name = "amends.base-url") String base,
            @ConfigProperty(name = "amends.session.key") Optional<String> key,
            @ConfigProperty(name = "amends.session.cookie") String sessionCookie) {
        this.settings = OidcSettings.read(written);
        if (settings.isEmpty() && !builtIn.on()) {
            throw new IllegalArgumentException(
                    "AMENDS_BUILT_IN_SIGN_IN=off needs AMENDS_OIDC_ISSUER, or nobody can sign in");
        }
        this.base = base.replaceAll("/+$", "");
        this.failures = failures::answer;
        // The same for every instance, so that any of them can go on with a sign-in that another began.
        String secret =
                Sha256.hex("oidc " + key.orElseGet(() -> UUID.randomUUID().toString()));
        this.tenant = settings.map(s -> tenant(s, secret, sessionCookie)).orElse(NOWHERE);
    }

    /** What is wrong with the settings is told at the start. */
    void start(@Observes StartupEvent event) {}

    /** The settings; empty where there is no provider. */
    Optional<OidcSettings> settings() {
        return settings;
    }

    /** A page of ours as others reach it. */
    String address(String path) {
        return base + path;
    }

    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext context, OidcRequestContext<OidcTenantConfig> request) {
        if (settings.isEmpty() || !PATH.equals(context.request().path())) {
            return Uni.createFrom().item(NOWHERE);
        }
        context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, failures);
        return Uni.createFrom().item(tenant);
    }

    private OidcTenantConfig tenant(OidcSettings given, String secret, String sessionCookie) {
        var builder = OidcTenantConfig.authServerUrl(given.issuer())
                .tenantId("sign-in")
                .applicationType(ApplicationType.WEB_APP)
                .clientId(given.clientId())
                .connectionTimeout(PATIENCE)
                .authentication()
                // Whole, since behind a proxy the request does not know how people reach us.
                .redirectPath(address(PATH))
                .restorePathAfterRedirect(false)
                .removeRedirectParameters(false)
                .scopes("profile", "email")
                .pkceRequired()
                .nonceRequired()
                .stateSecret(secret)
                .stateCookieAge(TIME_TO_SIGN_IN)
                .cookiePath(PATH)
                .cookieSuffix(sessionCookie)
                .cookieForceSecure(base.startsWith("https:"))
                .end()
                .token()
                .audience(given.clientId())
                .end()
                .tokenStateManager()
                .strategy(Strategy.ID_TOKEN)
                .encryptionSecret(secret)
                .end();
        if (given.clientSecret() != null) {
            builder.credentials(given.clientSecret());
        }
        return builder.build();
    }
}
