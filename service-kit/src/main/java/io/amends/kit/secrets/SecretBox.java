package io.amends.kit.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.kit.problem.Problem;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Seals secrets for the database (AES-256-GCM) and opens them again. A sealed secret begins with the id of its key, so that
 * keys can be exchanged one after the other: the first configured one seals, every configured one opens. Each is sealed for
 * one place, and opens nowhere else: a row that is copied over another one says nothing.
 */
@Singleton
public class SecretBox {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, byte[]> keys = new LinkedHashMap<>();

    /**
     * @param configured {@code keyId:base64}, comma separated, the current one first; empty: nothing can be sealed
     * @throws IllegalArgumentException if a key has another form or not 32 bytes: the service does not start
     */
    public SecretBox(@ConfigProperty(name = "amends.secrets-key") Optional<String> configured) {
        for (String entry : configured.orElse("").split(",")) {
            if (!entry.isBlank()) {
                int colon = entry.indexOf(':');
                byte[] key = decoded(entry.substring(colon + 1).strip());
                if (colon <= 0 || key.length != KEY_BYTES) {
                    throw new IllegalArgumentException(
                            "AMENDS_SECRETS_KEY takes keyId:base64 of " + KEY_BYTES + " bytes, comma separated");
                }
                keys.put(entry.substring(0, colon).strip(), key);
            }
        }
    }

    /** A sealed secret cannot be opened: its key is gone, or it was changed, or it was sealed for another place. */
    public static final class SealedShut extends Exception {
        private static final long serialVersionUID = 1;

        SealedShut(String why) {
            super(why);
        }
    }

    /** Whether there is a key. */
    public boolean ready() {
        return !keys.isEmpty();
    }

    /**
     * Requires a key.
     *
     * @throws Problem 503 that says what to set, where there is none
     */
    public void requireReady() {
        if (!ready()) {
            throw Problem.of(
                    503, "Service unavailable", "Secrets cannot be kept here: AMENDS_SECRETS_KEY must be set.");
        }
    }

    /**
     * Seals a secret.
     *
     * @param place where it will be, such as the table and its key
     * @throws IllegalStateException without a key
     */
    public String seal(String secret, String place) {
        Map.Entry<String, byte[]> current = keys.entrySet().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("AMENDS_SECRETS_KEY is not set"));
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, current.getValue(), nonce, place)
                    .doFinal(secret.getBytes(UTF_8));
            byte[] both = ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return current.getKey() + ":" + Base64.getEncoder().encodeToString(both);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + CIPHER, e);
        }
    }

    /**
     * Opens a sealed secret.
     *
     * @param place where it is
     */
    public String open(String sealed, String place) throws SealedShut {
        int colon = sealed.indexOf(':');
        byte[] key = colon <= 0 ? null : keys.get(sealed.substring(0, colon));
        if (key == null) {
            throw new SealedShut("the key that it was sealed with is not in AMENDS_SECRETS_KEY");
        }
        byte[] both = decoded(sealed.substring(colon + 1));
        if (both.length <= NONCE_BYTES) {
            throw new SealedShut("it is cut short");
        }
        byte[] nonce = Arrays.copyOf(both, NONCE_BYTES);
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, place);
            return new String(cipher.doFinal(both, NONCE_BYTES, both.length - NONCE_BYTES), UTF_8);
        } catch (GeneralSecurityException e) {
            throw new SealedShut("it was changed, or sealed for another place");
        }
    }

    /** What each key says of a purpose, the current key's first: the same for ever, and nobody can guess it. */
    public List<byte[]> derived(String purpose) {
        return keys.values().stream()
                .map(key -> Hmac.SHA256.of(key, purpose.getBytes(UTF_8)))
                .toList();
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(UTF_8));
        return cipher;
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
