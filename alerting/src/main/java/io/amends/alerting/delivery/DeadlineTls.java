package io.amends.alerting.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * TLS with a mail server whose certificate is signed by an authority of one's own, for the sending of one mail. Where TLS
 * begins with the connection, the mail library makes the socket below it itself and not by {@link DeadlineSockets}, so the
 * deadline is kept here as well.
 */
final class DeadlineTls extends SSLSocketFactory {
    private final SSLSocketFactory tls;
    private final ScheduledExecutorService timers;
    private final long end;

    /** @param left until what is under way is closed */
    DeadlineTls(SSLSocketFactory tls, ScheduledExecutorService timers, Duration left) {
        this.tls = tls;
        this.timers = timers;
        this.end = System.nanoTime() + left.toNanos();
    }

    /**
     * Sockets that trust the certificates of a file, and nobody else.
     *
     * @param authorities PEM, one certificate or several
     * @throws IllegalStateException if the file cannot be read, or has none
     */
    static SSLSocketFactory trusting(Path authorities) {
        try (InputStream file = Files.newInputStream(authorities)) {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(file);
            if (found.isEmpty()) {
                throw new IllegalStateException("AMENDS_SMTP_CA: " + authorities + " has no certificate");
            }
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null);
            for (Certificate certificate : found) {
                trusted.setCertificateEntry("authority-" + trusted.size(), certificate);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("AMENDS_SMTP_CA: " + authorities + " cannot be read: " + e, e);
        }
    }

    /** Begins TLS on a connection, which ends with the deadline. */
    @Override
    public Socket createSocket(Socket connection, String host, int port, boolean autoClose) throws IOException {
        timers.schedule(
                () -> {
                    connection.close(); // once more does nothing
                    return null;
                },
                end - System.nanoTime(),
                TimeUnit.NANOSECONDS);
        return tls.createSocket(connection, host, port, autoClose);
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return tls.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return tls.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw DeadlineSockets.connected();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw DeadlineSockets.connected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw DeadlineSockets.connected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
        throw DeadlineSockets.connected();
    }
}
