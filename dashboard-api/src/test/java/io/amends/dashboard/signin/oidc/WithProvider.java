package io.amends.dashboard.signin.oidc;

import io.amends.dashboard.testing.Keys;
import io.amends.local.process.Ports;
import java.util.HashMap;
import java.util.Map;

/** People sign in by the provider of the tests as well, and become people by that. */
public class WithProvider extends Keys {
    /** It is there for the JVM, and away until a test starts it. */
    static final OpenIdProvider PROVIDER = new OpenIdProvider();

    static final String ROLE_MAP =
            "{\"acme-agents\": [\"oidc:agent\"], \"acme-leads\": [\"oidc:lead\", \"oidc2:agent\"],"
                    + " \"all-admins\": [\"*:admin\"]}";

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> all = new HashMap<>(super.getConfigOverrides());
        String port = Integer.toString(Ports.free());
        all.put("quarkus.http.test-port", port);
        all.put("amends.base-url", "http://127.0.0.1:" + port);
        all.put("amends.session.key", "the session key of these tests");
        all.put("amends.oidc.issuer", PROVIDER.issuer());
        all.put("amends.oidc.client-id", OpenIdProvider.CLIENT);
        all.put("amends.oidc.client-secret", OpenIdProvider.SECRET);
        all.put("amends.oidc.role-map", ROLE_MAP);
        all.put("amends.oidc.provision", "create");
        all.put("amends.oidc.name", "Acme");
        return all;
    }

    /** The same, but nobody becomes a person by it, and nobody signs in by a password. */
    public static class Alone extends WithProvider {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> all = new HashMap<>(super.getConfigOverrides());
            all.put("amends.oidc.provision", "deny");
            all.put("amends.oidc.name", "");
            all.put("amends.signin.built-in", "off");
            all.put("amends.person-tokens.taken", "false"); // as it runs
            return all;
        }
    }
}
