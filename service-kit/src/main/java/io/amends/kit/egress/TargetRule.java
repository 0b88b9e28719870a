package io.amends.kit.egress;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressNetwork.IPAddressGenerator;
import inet.ipaddr.IPAddressString;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which addresses may be called that somebody wrote into the directory (A10, H3): https, and a host all of whose addresses
 * are public. A name is looked up once, and the caller connects to the address that was judged, since a second look might
 * find another one. {@code AMENDS_PRIVATE_TARGETS=allow} takes every address, over http too.
 */
@Singleton
public class TargetRule {
    private static final String ALLOW = "allow";
    private static final String HTTPS = "https";
    private static final Set<String> SCHEMES = Set.of(HTTPS, "http");
    private static final String NOT_PUBLIC = "its host has an address that is not public";
    private static final int USUAL_HTTP = 80;
    private static final int USUAL_HTTPS = 443;

    /** The IPv4 networks that IANA keeps for special purposes, and those of groups: nobody's public host is there. */
    private static final List<IPAddress> SPECIAL_V4 = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    private static final List<IPAddress> GLOBAL_V6 = networks("2000::/3");

    /** What is special within the global ones, among it the tunnels that end in an IPv4 address of anybody's choice. */
    private static final List<IPAddress> SPECIAL_V6 = networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private final boolean all;
    private final HostNames names;

    @Inject
    TargetRule(@ConfigProperty(name = "amends.private-targets") Optional<String> privateTargets) {
        this(privateTargets.filter(ALLOW::equals).isPresent(), InetAddress::getAllByName);
    }

    TargetRule(boolean all, HostNames names) {
        this.all = all;
        this.names = names;
    }

    /** Finds the addresses of a name. */
    interface HostNames {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    /**
     * A judged target.
     *
     * @param address to connect to
     * @param host for the certificate and the header of that name
     */
    public record CallTarget(InetAddress address, String host, int port, boolean secure) {}

    /** An address may not be called, and its message says why. */
    public static final class TargetRefused extends Exception {
        private static final long serialVersionUID = 1;

        TargetRefused(String why) {
            super(why);
        }
    }

    /**
     * Judges an address.
     *
     * @throws TargetRefused if it is no https address of a public host
     */
    public CallTarget check(URI uri) throws TargetRefused {
        checkWritten(uri);
        String host = uri.getHost();
        InetAddress[] addresses = addresses(host);
        if (!all && Stream.of(addresses).anyMatch(address -> !isPublic(new IPAddressGenerator().from(address)))) {
            throw new TargetRefused(NOT_PUBLIC);
        }
        boolean secure = HTTPS.equalsIgnoreCase(uri.getScheme());
        int usual = secure ? USUAL_HTTPS : USUAL_HTTP;
        return new CallTarget(addresses[0], host, uri.getPort() < 0 ? usual : uri.getPort(), secure);
    }

    /**
     * Judges an address as it is written, without asking for its host: for whoever stores it. {@link #check} judges what is
     * called.
     *
     * @throws TargetRefused if it is no https address, or that of a host that is not public
     */
    public void checkWritten(URI uri) throws TargetRefused {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        String host = uri.getHost();
        if (host == null || !SCHEMES.contains(scheme)) {
            throw new TargetRefused("it is no https address of a host");
        }
        if (uri.getRawUserInfo() != null) {
            throw new TargetRefused("it names a user or a password");
        }
        if (all) {
            return;
        }
        if (!HTTPS.equals(scheme)) {
            throw new TargetRefused("it is not https");
        }
        IPAddress numbers = new IPAddressString(host.replaceAll("[\\[\\]]", "")).getAddress();
        if (numbers != null && !isPublic(numbers)) {
            throw new TargetRefused(NOT_PUBLIC);
        }
    }

    private InetAddress[] addresses(String host) throws TargetRefused {
        try {
            return names.of(host);
        } catch (UnknownHostException e) {
            throw new TargetRefused("its host is not known");
        }
    }

    private static boolean isPublic(IPAddress address) {
        return address.isIPv4()
                ? !within(SPECIAL_V4, address)
                : within(GLOBAL_V6, address) && !within(SPECIAL_V6, address);
    }

    private static boolean within(List<IPAddress> networks, IPAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    private static List<IPAddress> networks(String... written) {
        return Stream.of(written)
                .map(network -> new IPAddressString(network).getAddress().toPrefixBlock())
                .toList();
    }
}
