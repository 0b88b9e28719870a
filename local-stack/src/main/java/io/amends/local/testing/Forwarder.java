package io.amends.local.testing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * An address on loopback behind which something can be away: connections are refused until it is opened, then passed on to
 * another port, until it is shut.
 */
public final class Forwarder implements Closeable {
    private static final int LOWEST = 20_000;
    private static final int BELOW = 32_000;
    private static final int MOST_TRIES = 100;

    private final int to;
    private final int port;
    private final List<Closeable> open = new CopyOnWriteArrayList<>();
    private @Nullable ServerSocket door;
    private @Nullable Thread doorkeeper;

    /** Not yet open. */
    public Forwarder(int to) throws IOException {
        this.to = to;
        this.port = freePort();
    }

    /**
     * Below those that the system gives to callers: one that tries again and again while this is shut would be given
     * this very port one day, and talk to itself.
     */
    private static int freePort() throws IOException {
        for (int tries = 0; ; tries++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, BELOW);
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (BindException taken) {
                if (tries == MOST_TRIES) {
                    throw taken;
                }
            }
        }
    }

    public int port() {
        return port;
    }

    /** From now on connections are passed on. */
    public void open() throws IOException {
        ServerSocket opened = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        door = opened;
        doorkeeper = thread(() -> {
            while (!opened.isClosed()) {
                Socket caller = opened.accept();
                Socket called = new Socket(InetAddress.getLoopbackAddress(), to);
                open.add(caller);
                open.add(called);
                thread(() -> caller.getInputStream().transferTo(called.getOutputStream()));
                thread(() -> called.getInputStream().transferTo(caller.getOutputStream()));
            }
        });
    }

    private interface Work {
        void run() throws IOException;
    }

    private static Thread thread(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // One side has hung up.
                    }
                },
                "forwarder");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Ends every connection, and refuses new ones. */
    public void shut() throws IOException {
        if (door != null && doorkeeper != null) {
            door.close();
            try {
                // Until it has left, the port stays taken, and one more may have come in.
                doorkeeper.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException();
            }
        }
        for (Closeable one : open) {
            one.close();
        }
        open.clear();
    }

    @Override
    public void close() throws IOException {
        shut();
    }
}
