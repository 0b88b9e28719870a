package io.amends.alerting.delivery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** An SMTP server on loopback that takes every mail, but for the steps of the dialogue where it was told otherwise. */
public final class FaultySmtp implements AutoCloseable {
    /** Where the server answers; TAKEN is the end of the mail's data. */
    public enum Step {
        GREETING("220 ready"),
        EHLO("250 hello"),
        MAIL("250 ok"),
        RCPT("250 ok"),
        DATA("354 go on"),
        TAKEN("250 taken"),
        RSET("250 ok"),
        QUIT("221 bye");

        private final String usual;

        Step(String usual) {
            this.usual = usual;
        }
    }

    /** What the server does at a step. */
    public interface Answer {
        /** Writes to the connection; the dialogue goes on unless it was closed. */
        void give(Socket connection) throws IOException;

        /** A reply with its code. */
        static Answer says(String reply) {
            return connection -> connection.getOutputStream().write((reply + "\r\n").getBytes(ISO_8859_1));
        }

        /** Sends a byte again and again, never a whole reply, until the client is gone. */
        static Answer trickles() {
            return connection -> {
                connection.setSoTimeout(20);
                do {
                    connection.getOutputStream().write('2');
                } while (!gone(connection));
                connection.close();
            };
        }

        /** Ends the connection without a word. */
        static Answer drops() {
            return Socket::close;
        }

        private static boolean gone(Socket connection) throws IOException {
            try {
                return connection.getInputStream().read() < 0;
            } catch (SocketTimeoutException e) {
                return false;
            }
        }
    }

    private final ServerSocket server;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<Step, Queue<Answer>> otherwise = new EnumMap<>(Step.class);
    private final List<String> mails = new CopyOnWriteArrayList<>();

    public FaultySmtp() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Step step : Step.values()) {
            otherwise.put(step, new ConcurrentLinkedQueue<>());
        }
        daemon(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** What it does the next time at that step, and then no more. */
    public void once(Step step, Answer answer) {
        otherwise.get(step).add(answer);
    }

    /** The mails whose data came to its end, with their headers, whatever was answered. */
    public List<String> mails() {
        return mails;
    }

    /** Neither says nor reads anything any more, as long as this server is there. */
    public Answer freezes() {
        return connection -> {
            try {
                closed.await();
                connection.close();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        };
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                daemon(() -> serve(connection));
            } catch (IOException e) {
                // Closed.
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            BufferedReader in = new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1));
            answer(Step.GREETING, connection);
            while (!connection.isClosed()) {
                String command = in.readLine();
                if (command == null) {
                    return;
                }
                Step step = Step.valueOf(command.replaceFirst("\\W.*", ""));
                if (answer(step, connection) && step == Step.DATA) {
                    mails.add(data(in));
                    answer(Step.TAKEN, connection);
                }
            }
        } catch (IOException e) {
            // The client is gone.
        }
    }

    /** Answers; false where it did so otherwise than usual. */
    private boolean answer(Step step, Socket connection) throws IOException {
        Answer other = otherwise.get(step).poll();
        (other == null ? Answer.says(step.usual) : other).give(connection);
        return other == null;
    }

    private static String data(BufferedReader in) throws IOException {
        StringBuilder data = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            data.append(line).append('\n');
        }
        return data.toString();
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "faulty-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
