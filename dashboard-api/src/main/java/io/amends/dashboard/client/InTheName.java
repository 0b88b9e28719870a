package io.amends.dashboard.client;

import io.amends.kit.access.ActingPerson;
import io.amends.kit.access.PersonTokens;
import jakarta.enterprise.context.ApplicationScoped;
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

    @Override
    public void filter(ClientRequestContext request) {
        @Nullable ActingPerson who = acting.who();
        if (who != null) {
            request.getHeaders().putSingle(PersonTokens.HEADER, tokens.sign(who));
        }
    }
}
