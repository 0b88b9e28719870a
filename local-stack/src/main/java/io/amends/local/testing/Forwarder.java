package io.amends.local.testing;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An address on loopback behind which something can be away: connections are refused until it is opened, then passed on to
 * another port, until it is shut.
 */
public final class Forwarder implements Closeable {
    private final int to;
    private final int port;
    private final List<Closeable> open = new CopyOnWriteArrayList<>();

    /** Not yet open. */
    public Forwarder(int to) throws IOException {
        this.to = to;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        }
    }

    public int port() {
        return port;
    }

    /** From now on connections are passed on. */
    public void open() throws IOException {
        ServerSocket door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        open.add(door);
        thread(() -> {
            while (!door.isClosed()) {
                Socket caller = door.accept();
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

    private static void thread(Work work) {
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
    }

    /** Ends every connection, and refuses new ones. */
    public void shut() throws IOException {
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
