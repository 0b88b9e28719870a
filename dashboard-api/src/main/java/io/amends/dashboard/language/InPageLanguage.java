package io.amends.dashboard.language;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;

/** Asks a service for its sentences in the language of the page that shows them (C11). */
@ApplicationScoped
public class InPageLanguage implements ClientRequestFilter {
    private final PageLanguage language;

    InPageLanguage(PageLanguage language) {
        this.language = language;
    }

    @Override
    public void filter(ClientRequestContext request) {
        request.getHeaders().putSingle(HttpHeaders.ACCEPT_LANGUAGE, language.tag());
    }
}
