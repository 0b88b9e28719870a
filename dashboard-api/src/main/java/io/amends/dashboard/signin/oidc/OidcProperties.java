package io.amends.dashboard.signin.oidc;

import io.amends.dashboard.signin.oidc.core.OidcSettings;
import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The settings of OpenID Connect as they stand in the configuration; {@link OidcSettings#read} says what they mean. */
@ConfigMapping(prefix = "amends.oidc")
interface OidcProperties extends OidcSettings.Written {
    @Override
    Optional<String> issuer();

    @Override
    Optional<String> clientId();

    @Override
    Optional<String> clientSecret();

    @Override
    Optional<String> loginClaim();

    @Override
    Optional<String> rolesClaim();

    @Override
    Optional<String> roleMap();

    @Override
    Optional<String> provision();

    @Override
    Optional<String> name();
}
