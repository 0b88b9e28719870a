package io.amends.alerting.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;

/**
 * Makes sockets that are closed from outside once they are too old. The mail library bounds a single read and a single
 * write, so that a server that sends a byte every few seconds would hold its worker for ever. Closing the socket ends what
 * waits on it, under TLS as well; interrupting the thread would not, and closing the transport waits for the same lock.
 */
final class DeadlineSockets extends SocketFactory {
    private final ScheduledExecutorService timers;
    private final Duration deadline;

    DeadlineSockets(ScheduledExecutorService timers, Duration deadline) {
        this.timers = timers;
        this.deadline = deadline;
    }

    @Override
    public Socket createSocket() {
        return new DeadlineSocket();
    }

    private final class DeadlineSocket extends Socket {
        private final ScheduledFuture<?> end = timers.schedule(
                () -> {
                    close();
                    return null;
                },
                deadline.toMillis(),
                TimeUnit.MILLISECONDS);

        @Override
        public synchronized void close() throws IOException {
            end.cancel(false);
            super.close();
        }
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw connected();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw connected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw connected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
        throw connected();
    }

    /** What the other ways to make a socket answer. */
    static UnsupportedOperationException connected() {
        return new UnsupportedOperationException("the mail library connects its sockets itself");
    }
}
