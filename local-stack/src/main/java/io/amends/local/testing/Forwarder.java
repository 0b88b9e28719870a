package io.amends.local.testing;

import io.amends.local.process.Ports;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * An address on loopback behind which something can be away: connections are refused until it is opened, then passed on to
 * another port, until it is shut.
 */
public final class Forwarder implements Closeable {
    private final int to;
    private final int port;
    private final List<Closeable> open = new CopyOnWriteArrayList<>();
    private @Nullable Door door;

    /** Makes one that is not open yet. */
    public Forwarder(int to) {
        this.to = to;
        this.port = Ports.free();
    }

    /** A way to the PostgreSQL of a test, which is not open yet. */
    public static Forwarder toPostgres(SharedBrokers brokers) {
        String address = brokers.postgres();
        return new Forwarder(Integer.parseInt(address.substring(address.indexOf(':') + 1)));
    }

    public int port() {
        return port;
    }

    /** Passes connections on from now on. */
    public void open() throws IOException {
        ServerSocket socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        Thread keeper = thread(() -> {
            while (!socket.isClosed()) {
                Socket caller = socket.accept();
                Socket called = new Socket(InetAddress.getLoopbackAddress(), to);
                open.add(caller);
                open.add(called);
                thread(() -> caller.getInputStream().transferTo(called.getOutputStream()));
                thread(() -> called.getInputStream().transferTo(caller.getOutputStream()));
            }
        });
        door = new Door(socket, keeper);
    }

    private record Door(ServerSocket socket, Thread keeper) {}

    private interface SocketWork {
        void run() throws IOException;
    }

    private static Thread thread(SocketWork work) {
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
        if (door != null) {
            door.socket().close();
            try {
                // Until it has left, the port stays taken, and one more may have come in.
                door.keeper().join();
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
