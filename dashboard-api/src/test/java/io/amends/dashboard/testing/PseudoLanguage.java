package io.amends.dashboard.testing;

import io.amends.dashboard.language.PseudoPageLanguage;
import java.util.Set;

/** The service with its known callers, speaking the pseudo language. */
public class PseudoLanguage extends Keys {
    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(PseudoPageLanguage.class);
    }
}
