package io.amends.local.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

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
        STARTTLS("220 go ahead"),
        AUTH("235 welcome"),
        QUIT("221 bye");

        private final String usual;

        Step(String usual) {
            this.usual = usual;
        }
    }

    /** What the server does at a step. */
    public interface SmtpReply {
        /** Writes to the connection; the dialogue goes on unless it was closed. */
        void give(Socket connection) throws IOException;

        /** A reply with its code. */
        static SmtpReply says(String reply) {
            return connection -> connection.getOutputStream().write((reply + "\r\n").getBytes(ISO_8859_1));
        }

        /** Sends a byte again and again, never a whole reply, until the client is gone. */
        static SmtpReply trickles() {
            return connection -> {
                connection.setSoTimeout(20);
                do {
                    connection.getOutputStream().write('2');
                } while (!gone(connection));
                connection.close();
            };
        }

        /** Ends the connection without a word. */
        static SmtpReply drops() {
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
    private final @Nullable SSLContext tls;
    private final List<String> inTheOpen = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<Step, Queue<SmtpReply>> otherwise = new EnumMap<>(Step.class);
    private final List<String> mails = new CopyOnWriteArrayList<>();

    /** One that knows no TLS. */
    public FaultySmtp() {
        this(null, false);
    }

    private FaultySmtp(@Nullable SSLContext tls, boolean fromTheStart) {
        this.tls = tls;
        try {
            ServerSocketFactory sockets =
                    tls != null && fromTheStart ? tls.getServerSocketFactory() : ServerSocketFactory.getDefault();
            server = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Step step : Step.values()) {
            otherwise.put(step, new ConcurrentLinkedQueue<>());
        }
        daemon(this::accept);
    }

    /** One that asks to sign in, and takes STARTTLS. */
    public static FaultySmtp withStartTls(TestCertificate certificate) {
        FaultySmtp smtp = new FaultySmtp(context(certificate), false);
        smtp.greets("250-hello\r\n250-AUTH PLAIN\r\n250 STARTTLS");
        return smtp;
    }

    /** One that asks to sign in, and speaks TLS from the first byte on. */
    public static FaultySmtp withTls(TestCertificate certificate) {
        FaultySmtp smtp = new FaultySmtp(context(certificate), true);
        smtp.greets("250-hello\r\n250 AUTH PLAIN");
        return smtp;
    }

    private void greets(String reply) {
        for (int connection = 0; connection < 20; connection++) {
            once(Step.EHLO, SmtpReply.says(reply));
        }
    }

    private static SSLContext context(TestCertificate certificate) {
        try (InputStream file = Files.newInputStream(certificate.keyStore())) {
            char[] password = TestCertificate.PASSWORD.toCharArray();
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(file, password);
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What came in plain text, command by command. */
    public List<String> inTheOpen() {
        return inTheOpen;
    }

    /** Where it listens. */
    public int port() {
        return server.getLocalPort();
    }

    /** What it does the next time at that step, and then no more. */
    public void once(Step step, SmtpReply answer) {
        answers(step).add(answer);
    }

    /** The mails whose data came to its end, with their headers, whatever was answered. */
    public List<String> mails() {
        return mails;
    }

    /** Neither says nor reads anything any more, as long as this server is there. */
    public SmtpReply freezes() {
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
            answer(Step.GREETING, connection);
            if (talk(connection) && tls != null) {
                // As a server, with nothing read ahead.
                talk(tls.getSocketFactory().createSocket(connection, (InputStream) null, true));
            }
        } catch (IOException e) {
            // The client is gone.
        }
    }

    /** Talks until the client is gone; true where it begins TLS instead. */
    private boolean talk(Socket connection) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1));
        while (!connection.isClosed()) {
            String command = in.readLine();
            if (command == null) {
                return false;
            }
            if (!(connection instanceof SSLSocket)) {
                inTheOpen.add(command);
            }
            Step step = Step.valueOf(command.replaceFirst("\\W.*", ""));
            boolean usual = answer(step, connection);
            if (usual && step == Step.STARTTLS) {
                return true;
            }
            if (usual && step == Step.DATA) {
                mails.add(data(in));
                answer(Step.TAKEN, connection);
            }
        }
        return false;
    }

    /** Answers; false where it did so otherwise than usual. */
    private boolean answer(Step step, Socket connection) throws IOException {
        SmtpReply other = answers(step).poll();
        (other == null ? SmtpReply.says(step.usual) : other).give(connection);
        return other == null;
    }

    private Queue<SmtpReply> answers(Step step) {
        return Objects.requireNonNull(otherwise.get(step));
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
