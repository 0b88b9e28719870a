package io.amends.dashboard.signin.oidc.core;

import java.util.Locale;

/** What becomes of somebody whom the provider knows and Amends does not (H1). */
public enum Provision {
    /** They are turned away: somebody has to add them first. */
    DENY,
    /** They become a person of Amends by signing in. */
    CREATE;

    /**
     * Reads the setting; what is blank is {@link #DENY}.
     *
     * @throws IllegalArgumentException if it is another word
     */
    static Provision read(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "", "deny" -> DENY;
            case "create" -> CREATE;
            default ->
                throw new IllegalArgumentException("AMENDS_OIDC_PROVISION is deny or create, and not \"" + word + "\"");
        };
    }
}
