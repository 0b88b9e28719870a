package io.amends.dashboard.signin;

import at.favre.lib.crypto.bcrypt.BCrypt;
import io.amends.dashboard.signin.policy.Users;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Checks the name and password of the sign-in page against the built-in users (H1). OpenID Connect has its place beside it. */
@ApplicationScoped
public class BuiltInUsers implements IdentityProvider<UsernamePasswordAuthenticationRequest> {
    static final String FULL_NAME = "fullName";

    // A check against this takes as long as against a real one, so that time does not tell which names exist.
    private static final String NOBODYS = "$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy";

    private final Users users;

    BuiltInUsers(@ConfigProperty(name = "amends.users", defaultValue = " ") String configured) {
        this.users = new Users(configured);
    }

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> {
            Users.User user = users.named(request.getUsername());
            boolean right = BCrypt.verifyer()
                    .verify(request.getPassword().getPassword(), (user == null ? NOBODYS : user.hash()).toCharArray())
                    .verified;
            if (user == null || !right) {
                throw new AuthenticationFailedException();
            }
            return identity(user);
        });
    }

    /** The full name of a user, or null where there is none of that name. */
    public @Nullable String fullName(String name) {
        Users.User user = users.named(name);
        return user == null ? null : user.fullName();
    }

    /** The identity of a user who is still configured, or null. */
    @Nullable
    SecurityIdentity known(String name) {
        Users.User user = users.named(name);
        return user == null ? null : identity(user);
    }

    // No "portals" attribute: a built-in user sees all portals. Roles and narrower users come with OpenID Connect.
    private static SecurityIdentity identity(Users.User user) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(user.name()))
                .addAttribute(FULL_NAME, user.fullName())
                .build();
    }
}
