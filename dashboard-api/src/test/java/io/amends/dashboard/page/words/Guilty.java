package io.amends.dashboard.page.words;

import jakarta.ws.rs.core.Response;

/** Breaks the rule on purpose, so that PlainCoreTest shows that it can. */
public final class Guilty {
    private Guilty() {}

    public static int status(Response response) {
        return response.getStatus();
    }
}
