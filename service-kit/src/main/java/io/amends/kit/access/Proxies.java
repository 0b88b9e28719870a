package io.amends.kit.access;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The proxies that are believed when they say for whom they ask (AMENDS_TRUSTED_PROXIES): addresses or networks. One for
 * whoever asks where a request comes from.
 */
@Singleton
public final class Proxies {
    private static final Pattern NUMBERS =
            Pattern.compile("(25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");
    private static final Pattern COLONS = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private record Network(InetAddress address, int bits) {
        boolean holds(InetAddress other) {
            byte[] ours = address.getAddress();
            byte[] theirs = other.getAddress();
            if (ours.length != theirs.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((ours[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private final List<Network> trusted = new ArrayList<>();

    /**
     * Reads {@code 10.0.0.7, 192.168.0.0/16, fd00::/8}.
     *
     * @throws IllegalArgumentException if an entry is neither an address nor a network
     */
    public Proxies(@ConfigProperty(name = "amends.trusted-proxies", defaultValue = " ") String configured) {
        for (String entry : configured.split(",")) {
            if (!entry.isBlank()) {
                trusted.add(network(entry.strip()));
            }
        }
    }

    /** The address that a request comes from, by its header X-Forwarded-For. */
    public String client(HttpServerRequest request) {
        return client(
                request.remoteAddress().hostAddress(),
                String.join(",", request.headers().getAll("X-Forwarded-For")));
    }

    /**
     * The address that a request comes from: the nearest one that is no trusted proxy. What stands before it in the header
     * was written by whoever asks, so it says nothing.
     *
     * @param peer who is connected
     * @param forwardedFor the header X-Forwarded-For, all of them with commas between; null without
     */
    public String client(String peer, @Nullable String forwardedFor) {
        String client = peer;
        String[] hops = forwardedFor == null ? new String[0] : forwardedFor.split(",");
        for (int i = hops.length - 1; i >= 0 && trusts(client); i--) {
            String hop = hops[i].strip();
            if (address(hop) == null) {
                break;
            }
            client = hop;
        }
        return client;
    }

    /** Whether a text is an address, and not a name that would be looked up. */
    static boolean isAddress(String text) {
        return address(text) != null;
    }

    private boolean trusts(String text) {
        InetAddress address = address(text);
        return address != null && trusted.stream().anyMatch(network -> network.holds(address));
    }

    private static Network network(String entry) {
        String[] parts = entry.split("/", 2);
        InetAddress address = address(parts[0]);
        if (address != null && parts.length == 1) {
            return new Network(address, address.getAddress().length * 8);
        }
        if (address != null && parts[1].matches("\\d{1,3}")) {
            int bits = Integer.parseInt(parts[1]);
            if (bits <= address.getAddress().length * 8) {
                return new Network(address, bits);
            }
        }
        throw new IllegalArgumentException(
                "AMENDS_TRUSTED_PROXIES takes addresses and networks such as 10.0.0.0/8, comma separated, not "
                        + entry);
    }

    /** Numbers only: a name would be looked up. */
    private static @Nullable InetAddress address(String text) {
        if (!NUMBERS.matcher(text).matches() && !COLONS.matcher(text).matches()) {
            return null;
        }
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
