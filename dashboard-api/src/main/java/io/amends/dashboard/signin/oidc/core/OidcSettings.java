package io.amends.dashboard.signin.oidc.core;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How people sign in by OpenID Connect (H1).
 *
 * @param issuer the provider's address, below which its configuration is found
 * @param clientSecret null for a client that has none
 * @param loginClaim what a person who is made is called
 * @param rolesClaim what the role map is asked with; a step into an object stands behind a dot or a slash
 * @param name what people call the provider; null: nobody has said
 */
public record OidcSettings(
        String issuer,
        String clientId,
        @Nullable String clientSecret,
        String loginClaim,
        String rolesClaim,
        RoleMap roleMap,
        Provision provision,
        @Nullable String name) {

    /** The settings as they are written; each can be absent. */
    public interface Written {
        Optional<String> issuer();

        Optional<String> clientId();

        Optional<String> clientSecret();

        Optional<String> loginClaim();

        Optional<String> rolesClaim();

        Optional<String> roleMap();

        Optional<String> provision();

        Optional<String> name();
    }

    /**
     * Reads what is written; empty where there is no provider.
     *
     * @throws IllegalArgumentException that says in one line what is wrong
     */
    public static Optional<OidcSettings> read(Written written) {
        Provision provision = Provision.read(written.provision().orElse(""));
        RoleMap roleMap = new RoleMap(written.roleMap().orElse(""));
        String issuer = given(written.issuer()).orElse(null);
        String client = given(written.clientId()).orElse(null);
        if (issuer == null && client == null) {
            return Optional.empty();
        }
        if (issuer == null) {
            throw new IllegalArgumentException("AMENDS_OIDC_CLIENT_ID needs AMENDS_OIDC_ISSUER beside it");
        }
        if (client == null) {
            throw new IllegalArgumentException("AMENDS_OIDC_ISSUER needs AMENDS_OIDC_CLIENT_ID beside it");
        }
        return Optional.of(new OidcSettings(
                address(issuer),
                client,
                given(written.clientSecret()).orElse(null),
                given(written.loginClaim()).orElse("preferred_username"),
                given(written.rolesClaim()).orElse("groups"),
                roleMap,
                provision,
                given(written.name()).orElse(null)));
    }

    private static Optional<String> given(Optional<String> setting) {
        return setting.map(String::strip).filter(text -> !text.isEmpty());
    }

    private static String address(String issuer) {
        try {
            URI uri = new URI(issuer);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (web && uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null) {
                // With a slash at its end or without, it is the same provider, and its people stay who they are.
                return issuer.replaceAll("/+$", "");
            }
        } catch (URISyntaxException e) {
            // said below
        }
        throw new IllegalArgumentException(
                "AMENDS_OIDC_ISSUER is an address such as https://sso.example.com/realms/acme, and not \"" + issuer
                        + "\"");
    }
}
