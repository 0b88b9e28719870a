package io.amends.dashboard.signin;

import io.amends.dashboard.signin.core.Session;
import io.amends.dashboard.signin.core.Users;
import io.amends.kit.access.AccessFilter;
import io.amends.kit.access.Signature;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.PersistentLoginManager;
import io.quarkus.vertx.http.runtime.security.PersistentLoginManager.RestoreResult;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Sessions are the platform's encrypted cookies, which any instance can read. Its own form sign-in keeps nothing in them
 * but a name, so that they would work after signing out and after a new password, and never end: here they carry a
 * {@link Session}.
 */
@ApplicationScoped
public class Sessions implements HttpAuthenticationMechanism {
    static final String FULL_NAME = "fullName";

    private final Accounts accounts;
    private final Epochs epochs;
    private final BuiltInSignIn builtIn;
    private final Clock clock;
    private final BlockingSecurityExecutor executor;
    private final PublicAddress address;
    private final String cookie;
    private final Duration longest;
    private final PersistentLoginManager cookies;

    Sessions(
            Accounts accounts,
            Epochs epochs,
            BuiltInSignIn builtIn,
            Clock clock,
            BlockingSecurityExecutor executor,
            PublicAddress address,
            @ConfigProperty(name = "amends.session.cookie") String cookie,
            @ConfigProperty(name = "amends.session.key") Optional<String> key,
            @ConfigProperty(name = "amends.session.idle") Duration idle,
            @ConfigProperty(name = "amends.session.longest") Duration longest,
            @ConfigProperty(name = "amends.session.renewal") Duration renewal) {
        this.accounts = accounts;
        this.epochs = epochs;
        this.builtIn = builtIn;
        this.clock = clock;
        this.executor = executor;
        this.address = address;
        this.cookie = cookie;
        this.longest = longest;
        // Lax, so that a colleague's link in a mail opens signed in; changes need the same origin besides
        // (BrowserGuard).
        this.cookies = new PersistentLoginManager(
                key.orElse(null), cookie, idle.toMillis(), renewal.toMillis(), true, "LAX", "/", -1, null);
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        RestoreResult restored = isFile(context.request().path()) ? null : cookies.restore(context);
        if (restored == null) {
            return Uni.createFrom().nullItem();
        }
        String written = restored.getPrincipal();
        return executor.executeBlocking(() -> identity(Session.read(written))).invoke(identity -> {
            // A look at a request whose answer has begun (SecondLook) renews nothing.
            if (identity != null && !context.response().headWritten()) {
                cookies.save(written, context, cookie, restored, address.secure(context.request()));
            }
        });
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    /** Begins a session with this answer. */
    void begin(RoutingContext context, Users.User user, Session.Way way, long epoch) {
        String written = Session.of(user, way, epoch, clock.instant()).written();
        cookies.save(written, context, cookie, null, address.secure(context.request()));
    }

    /** Begins the session of a person anew with this answer, since a new password has ended all that they had. */
    public void renew(RoutingContext context, String login) {
        Accounts.Account account = accounts.named(login);
        if (account != null) {
            begin(context, account.user(), Session.Way.PASSWORD, epochs.of(login));
        }
    }

    /** Ends every session of this person, here and everywhere. */
    void end(RoutingContext context, @Nullable String user, Signature by) {
        if (user != null) {
            epochs.signedOut(user, by);
        }
        cookies.clear(context);
    }

    private @Nullable SecurityIdentity identity(@Nullable Session session) {
        Accounts.Account account = session == null ? null : accounts.lastKnown(session.name());
        Long epoch = session == null || account == null ? null : epochs.lastKnown(session.name());
        if (session == null
                || account == null
                || epoch == null
                || !session.holds(account.user(), builtIn.on(), epoch, clock.instant(), longest)) {
            return null;
        }
        Users.User user = account.user();
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(user.name()))
                .addAttribute(FULL_NAME, user.fullName())
                .addAttribute(AccessFilter.ROLES, account.roles())
                .build();
    }

    private static boolean isFile(@Nullable String path) {
        return path != null && (path.startsWith("/assets/") || path.startsWith("/_static/"));
    }
}
