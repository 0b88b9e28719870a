package io.amends.local.stack;

import io.amends.local.process.StartRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.Map;

/** The loopback ports of this stack: the defaults, or what the environment says. */
public record StackPorts(Map<StackPart, Integer> byPart, int smtp) {
    private static final String SMTP = "AMENDS_SMTP_PORT";

    /** @throws StartRefused where a variable holds no port */
    public static StackPorts from(Map<String, String> environment) {
        Map<StackPart, Integer> ports = new EnumMap<>(StackPart.class);
        for (StackPart part : StackPart.values()) {
            ports.put(part, port(environment, part.variable(), part.defaultPort()));
        }
        return new StackPorts(ports, port(environment, SMTP, 1025));
    }

    public int of(StackPart part) {
        return byPart.getOrDefault(part, part.defaultPort());
    }

    /** The address of a part that speaks HTTP. */
    public String url(StackPart part) {
        return "http://localhost:" + of(part);
    }

    /** @throws StartRefused naming the first port that is taken, and the variable that changes it */
    public void checkFree(Iterable<StackPart> parts) {
        for (StackPart part : parts) {
            check(of(part), part.id(), part.variable());
            if (part == StackPart.MAIL) {
                check(smtp, "mail by SMTP", SMTP);
            }
        }
    }

    private static void check(int port, String use, String variable) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            socket.setReuseAddress(true);
        } catch (IOException e) {
            throw new StartRefused(
                    "Port %d (%s) is in use: stop what uses it, or choose another with %s=%d ./amends up"
                            .formatted(port, use, variable, port < 60_000 ? port + 1000 : port - 1000),
                    e);
        }
    }

    private static int port(Map<String, String> environment, String variable, int otherwise) {
        String value = environment.getOrDefault(variable, "").trim();
        if (value.isEmpty()) {
            return otherwise;
        }
        try {
            int port = Integer.parseInt(value);
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // falls through to the one message
        }
        throw new StartRefused(variable + "=" + value + " is no port: set it to a number from 1 to 65535.");
    }
}
