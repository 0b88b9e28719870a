package io.amends.local.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request was meant for this server. A page of another site can make a browser on this machine send requests
 * here, under a name of its own that it lets point to this machine (DNS rebinding), or by a form or script.
 */
final class HostCheck {
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private final Set<String> hosts;

    /** @param port where this server listens */
    HostCheck(int port) {
        hosts = port == 80
                ? Set.of("localhost", "127.0.0.1", "[::1]", "localhost:80", "127.0.0.1:80", "[::1]:80")
                : Set.of("localhost:" + port, "127.0.0.1:" + port, "[::1]:" + port);
    }

    /** The answer to one that was not, or null. */
    @Nullable
    Reply refusal(String method, @Nullable String host, @Nullable String origin, @Nullable String fetchSite) {
        if (host == null || !hosts.contains(host.toLowerCase(java.util.Locale.ROOT))) {
            return Reply.text(
                    421, "This server answers to localhost and 127.0.0.1 with its port, and to no other name.");
        }
        if (READS.contains(method)) {
            return null;
        }
        boolean foreign = origin != null && hosts.stream().noneMatch(own -> origin.equalsIgnoreCase("http://" + own));
        if (foreign || "cross-site".equals(fetchSite) || "same-site".equals(fetchSite)) {
            return Reply.text(403, "Nothing is changed here by a page of another site.");
        }
        return null;
    }
}
