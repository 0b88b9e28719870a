package io.amends.local.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/**
 * A certificate of a server on this machine, valid for two days and signed by nobody else: who trusts it has it as its
 * own authority. Made by the JDK's keytool, as files that every kind of server can read.
 *
 * @param authority PEM: the certificate, for who is to trust the server
 * @param key PEM: its private key, readable for its owner alone
 * @param identity PEM: both, for the server
 * @param keyStore PKCS #12: both, with the password {@link #PASSWORD}
 */
public record TestCertificate(Path authority, Path key, Path identity, Path keyStore) {
    /** Of the key store and its key. */
    public static final String PASSWORD = "changeit";

    private static final String ALIAS = "server";

    /** A new one, for {@code 127.0.0.1} and {@code localhost}. */
    public static TestCertificate make() {
        return make("dns:localhost,ip:127.0.0.1");
    }

    /**
     * A new one.
     *
     * @param names of the server, as keytool writes a subject's alternative names: {@code dns:…,ip:…}
     */
    public static TestCertificate make(String names) {
        try {
            Path folder = Files.createTempDirectory("amends-test-certificate-");
            Path store = folder.resolve("server.p12");
            keytool(store, names);
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream file = Files.newInputStream(store)) {
                keys.load(file, PASSWORD.toCharArray());
            }
            String certificate = pem("CERTIFICATE", keys.getCertificate(ALIAS).getEncoded());
            String secret = pem(
                    "PRIVATE KEY", keys.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded());
            Path key = Files.createFile(
                    folder.resolve("key.pem"),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return new TestCertificate(
                    Files.writeString(folder.resolve("authority.pem"), certificate),
                    Files.writeString(key, secret),
                    Files.writeString(folder.resolve("identity.pem"), secret + certificate),
                    store);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void keytool(Path store, String names) throws IOException {
        Process made = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-validity",
                        "2",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=" + names,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD))
                .redirectErrorStream(true)
                .start();
        String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (made.waitFor() != 0) {
                throw new IllegalStateException("keytool: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String what, byte[] bytes) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes) + "\n-----END " + what + "-----\n";
    }
}
