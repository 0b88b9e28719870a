package io.amends.dashboard.signin.core;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Whether a request that changes something comes from our own pages (no cross-site request forgery). */
public final class SameOrigin {
    private SameOrigin() {}

    /**
     * Browsers say where a request comes from in Sec-Fetch-Site (over HTTPS and on localhost) and in Origin; a request
     * that says neither was not sent by a form of ours.
     *
     * @param host the request's own host and port
     */
    public static boolean holds(@Nullable String secFetchSite, @Nullable String origin, @Nullable String host) {
        if (secFetchSite != null) {
            return secFetchSite.equals("same-origin") || secFetchSite.equals("none");
        }
        if (origin == null || host == null) {
            return false;
        }
        try {
            return host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
