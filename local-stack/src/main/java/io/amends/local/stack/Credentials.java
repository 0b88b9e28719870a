package io.amends.local.stack;

import at.favre.lib.crypto.bcrypt.BCrypt;
import io.amends.local.postgres.PostgresSettings;
import io.amends.local.process.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The keys of this stack, made once and kept in {@code .amends/credentials.env} (mode 600). What a person uses is in
 * clear there; the services get hashes of the API key and the password.
 */
public record Credentials(Map<String, String> values) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BCRYPT_COST = 10;
    // Without letters and digits that look alike: people type it.
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

    /** Reads the file; what is missing in it is made and written. */
    public static Credentials in(Path file) {
        Map<String, String> values = new LinkedHashMap<>();
        try {
            if (Files.exists(file)) {
                for (String line : Files.readAllLines(file)) {
                    int equals = line.indexOf('=');
                    if (equals > 0 && !line.startsWith("#")) {
                        values.put(
                                line.substring(0, equals).trim(),
                                line.substring(equals + 1).trim());
                    }
                }
            }
            int before = values.size();
            values.putIfAbsent("AMENDS_API_KEY", "amends_" + random(32));
            values.putIfAbsent("AMENDS_USER", "admin");
            values.putIfAbsent("AMENDS_PASSWORD", readable(16));
            values.putIfAbsent("AMENDS_LINK_KEYS", "k1:" + Base64.getEncoder().encodeToString(bytes(32)));
            values.putIfAbsent("AMENDS_PERSON_KEYS", "k1:" + Base64.getEncoder().encodeToString(bytes(32)));
            values.putIfAbsent("AMENDS_SECRETS_KEY", "k1:" + Base64.getEncoder().encodeToString(bytes(32)));
            values.putIfAbsent("AMENDS_SESSION_KEY", random(32));
            // As the services assume without configuration, so that one started from an IDE finds it; loopback only.
            values.putIfAbsent("AMENDS_DB_PASSWORD", PostgresSettings.USER);
            if (values.size() > before) {
                write(file, values);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Credentials(values);
    }

    public String apiKey() {
        return value("AMENDS_API_KEY");
    }

    public String user() {
        return value("AMENDS_USER");
    }

    public String password() {
        return value("AMENDS_PASSWORD");
    }

    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** The API key as services know it: name and SHA-256, for all portals. */
    String apiKeyHashes() {
        return "local:" + HexFormat.of().formatHex(sha256(apiKey()));
    }

    /**
     * The user as services know them: name, bcrypt of the password, full name. The salt comes from this stack's own keys, so
     * that a restart gives the same hash: a new one would sign everybody out.
     */
    String users() {
        byte[] salt = Arrays.copyOf(sha256(value("AMENDS_SESSION_KEY") + password()), 16);
        byte[] hash = BCrypt.withDefaults().hash(BCRYPT_COST, salt, password().getBytes(StandardCharsets.UTF_8));
        return user() + ":" + new String(hash, StandardCharsets.UTF_8) + ":Local Admin";
    }

    private static void write(Path file, Map<String, String> values) throws IOException {
        StringBuilder text = new StringBuilder("# Made by ./amends up for this machine. Keep it private.\n");
        values.forEach(
                (name, value) -> text.append(name).append('=').append(value).append('\n'));
        Path unfinished = file.resolveSibling("credentials.env.tmp");
        Files.deleteIfExists(unfinished);
        OwnerOnly.file(unfinished);
        Files.writeString(unfinished, text);
        Files.move(unfinished, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static String random(int count) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(count));
    }

    private static String readable(int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append(i > 0 && i % 4 == 0 ? "-" : "").append(READABLE.charAt(RANDOM.nextInt(READABLE.length())));
        }
        return word.toString();
    }
}
