package io.amends.kit.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Signs and checks the links of digests (C6): unpadded base64url of version, key id, digest, contact, response, expiry
 * and an HMAC-SHA256 over all of them. The first configured key signs, every configured key is accepted.
 */
@Singleton
public class LinkTokens {
    private static final byte VERSION = 2;
    /** Links last for 30 days, so those in mails of the version before open on. */
    private static final byte FORMER_VERSION = 1;

    private static final int MAC_BYTES = 32;
    private static final int LONGEST = 2000;

    private final Map<String, byte[]> keys = new LinkedHashMap<>();

    /**
     * @param configured {@code keyId:base64}, comma separated, the current one first
     */
    LinkTokens(@ConfigProperty(name = "amends.link-keys", defaultValue = " ") String configured) {
        for (String entry : configured.split(",")) {
            int colon = entry.indexOf(':');
            if (colon > 0) {
                byte[] key =
                        Base64.getDecoder().decode(entry.substring(colon + 1).trim());
                if (key.length < 16) {
                    throw new IllegalArgumentException("AMENDS_LINK_KEYS: a key has at least 16 bytes");
                }
                keys.put(entry.substring(0, colon).trim(), key);
            }
        }
    }

    /** Tokens with the given keys, for tests and tools. */
    public static LinkTokens with(String configured) {
        return new LinkTokens(configured);
    }

    /** What a token turned out to be. */
    public sealed interface Verified {
        /** Genuine and in time. */
        record Valid(ReportLink link) implements Verified {}

        /** Genuine, but its time is over. */
        record Expired(ReportLink link) implements Verified {}

        /** The token is not ours, or was changed. */
        record Forged() implements Verified {}
    }

    /**
     * Signs a link.
     *
     * @throws IllegalStateException if no key is configured
     */
    public String sign(ReportLink link) {
        Map.Entry<String, byte[]> current = keys.entrySet().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("AMENDS_LINK_KEYS is not set"));
        byte[][] parts = {
            current.getKey().getBytes(UTF_8),
            link.digestId().getBytes(UTF_8),
            link.contactId().getBytes(UTF_8),
            link.response().getBytes(UTF_8)
        };
        int length = 1 + Long.BYTES + MAC_BYTES;
        for (byte[] part : parts) {
            length += Short.BYTES + part.length;
        }
        ByteBuffer token = ByteBuffer.allocate(length).put(VERSION);
        for (byte[] part : parts) {
            token.putShort((short) part.length).put(part);
        }
        token.putLong(link.expires().getEpochSecond());
        token.put(mac(current.getValue(), Arrays.copyOf(token.array(), token.position())));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
    }

    /** Checks a token as of now. A forged one tells nothing, an expired one only itself. */
    public Verified verify(@Nullable String token, Instant now) {
        if (token == null || token.length() > LONGEST) {
            return new Verified.Forged();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            byte version = buffer.get();
            byte[] key = keys.get(part(buffer));
            ReportLink link = new ReportLink(
                    part(buffer),
                    part(buffer),
                    part(buffer),
                    Instant.ofEpochSecond(buffer.getLong()),
                    version == FORMER_VERSION);
            int signed = buffer.position();
            boolean genuine = (version == VERSION || version == FORMER_VERSION)
                    && key != null
                    && buffer.remaining() == MAC_BYTES
                    && MessageDigest.isEqual(
                            mac(key, Arrays.copyOf(bytes, signed)), Arrays.copyOfRange(bytes, signed, bytes.length))
                    // One token, one spelling: base64 with spare bits set is not ours.
                    && Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(bytes)
                            .equals(token);
            if (!genuine) {
                return new Verified.Forged();
            }
            return now.isBefore(link.expires()) ? new Verified.Valid(link) : new Verified.Expired(link);
        } catch (RuntimeException e) { // not base64, cut short, an impossible date
            return new Verified.Forged();
        }
    }

    private static String part(ByteBuffer buffer) {
        byte[] part = new byte[Short.toUnsignedInt(buffer.getShort())];
        buffer.get(part);
        return new String(part, UTF_8);
    }

    private static byte[] mac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }
}
