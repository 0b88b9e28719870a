package io.amends.dashboard.signin;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether people sign in by a password (H1); where they do not, there is neither a form for it nor an invitation. */
@ApplicationScoped
public class BuiltInSignIn {
    private final boolean on;

    BuiltInSignIn(@ConfigProperty(name = "amends.signin.built-in") Optional<String> set) {
        String configured = set.orElse("on");
        this.on = switch (configured.strip().toLowerCase(Locale.ROOT)) {
            case "on" -> true;
            case "off" -> false;
            default ->
                throw new IllegalArgumentException(
                        "AMENDS_BUILT_IN_SIGN_IN is on or off, and not \"" + configured + "\"");
        };
    }

    /** Whether they do. */
    public boolean on() {
        return on;
    }
}
