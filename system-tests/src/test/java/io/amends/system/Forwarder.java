package io.amends.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An address on loopback behind which something can be away: refused until opened, then passed on to another port. */
final class Forwarder implements AutoCloseable {
    private final int to;
    private final int port;
    private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();

    Forwarder(int to) throws IOException {
        this.to = to;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    /** From now on connections are passed on. */
    void open() throws IOException {
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

    @Override
    public void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }
}
