package io.amends.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Loopback ports: which are free, which answer. */
public final class Ports {
    private static final int LOWEST = 20_000;
    private static final int BELOW = 32_000;
    private static final int MOST_TRIES = 100;

    /** Begins anywhere, so that processes that start together do not all try the same. */
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(BELOW - LOWEST));

    private Ports() {}

    /**
     * A port that was free a moment ago, and is not told twice by one process. It is below those that the system gives to
     * callers: one that tries again and again while nothing listens there would be given this very port one day, and talk
     * to itself.
     */
    public static int free() {
        for (int tries = 1; ; tries++) {
            int port = LOWEST + Math.floorMod(NEXT.getAndIncrement(), BELOW - LOWEST);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                if (tries == MOST_TRIES) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /** Whether something listens there and takes a connection within half a second. */
    public static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
