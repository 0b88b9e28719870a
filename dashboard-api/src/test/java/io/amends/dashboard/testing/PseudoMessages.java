package io.amends.dashboard.testing;

import io.amends.dashboard.layout.LayoutMessages;
import io.amends.dashboard.recovery.RecoveryMessages;
import io.amends.dashboard.responses.ResponsesMessages;
import io.amends.dashboard.signin.SignInMessages;
import io.amends.messages.pseudo.PseudoText;
import io.quarkus.qute.i18n.Localized;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Singleton;

/** Takes the place of all message bundles, and says each of their sentences in the pseudo language. */
@Alternative
@Singleton
public class PseudoMessages {
    @Produces
    @Singleton
    LayoutMessages layout() {
        return pseudo(LayoutMessages.class);
    }

    @Produces
    @Singleton
    RecoveryMessages recovery() {
        return pseudo(RecoveryMessages.class);
    }

    @Produces
    @Singleton
    ResponsesMessages responses() {
        return pseudo(ResponsesMessages.class);
    }

    @Produces
    @Singleton
    SignInMessages signIn() {
        return pseudo(SignInMessages.class);
    }

    private static <T> T pseudo(Class<T> bundle) {
        return CDI.current()
                .select(bundle, Localized.Literal.of(PseudoText.TAG))
                .get();
    }
}
