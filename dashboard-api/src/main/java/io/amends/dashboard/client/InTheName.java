package io.amends.dashboard.client;

import io.amends.kit.access.ActingPerson;
import io.amends.kit.access.PersonTokens;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import org.jspecify.annotations.Nullable;

/** Tells the service that is asked for whom, signed: it decides by what that person may, and its audit log has them (H1, H4). */
@ApplicationScoped
public class InTheName implements ClientRequestFilter {
    private final Acting acting;
    private final PersonTokens tokens;

    InTheName(Acting acting, PersonTokens tokens) {
        this.acting = acting;
        this.tokens = tokens;
    }

    void check(@Observes StartupEvent start) {
        if (!tokens.signs()) {
            throw new IllegalStateException(
                    "Set AMENDS_PERSON_KEYS, the same for all services: the pages ask them in the name of who signed in");
        }
    }

    @Override
    public void filter(ClientRequestContext request) {
        @Nullable ActingPerson who = acting.who();
        if (who != null) {
            request.getHeaders().putSingle(PersonTokens.HEADER, tokens.sign(who));
        }
    }
}
