package io.amends.ingest.sources.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.contracts.directory.SourceVendor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What each vendor sends, signed as its documentation says, and by none of the code that is tested. */
public final class SignedWebhooks {
    private SignedWebhooks() {}

    /** A sample that a vendor sends. */
    public static byte[] sample(SourceVendor vendor) {
        return vendor == SourceVendor.QUALTRICS
                ? file("qualtrics.form")
                : file(vendor.name().toLowerCase(Locale.ROOT) + ".json");
    }

    /** The file of that name beside the samples. */
    public static byte[] file(String name) {
        try (InputStream in = SignedWebhooks.class.getResourceAsStream("samples/" + name)) {
            if (in == null) {
                throw new IllegalStateException("there is no sample " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A secret as a vendor gives one out. */
    public static String secret(SourceVendor vendor, String words) {
        return vendor == SourceVendor.FORMBRICKS
                ? "whsec_" + Base64.getEncoder().encodeToString(words.getBytes(UTF_8))
                : words;
    }

    /**
     * A webhook.
     *
     * @param content what is signed; of Qualtrics the message within the form
     */
    public static Webhook of(SourceVendor vendor, String secret, byte[] content, Instant at) {
        String seconds = Long.toString(at.getEpochSecond());
        return switch (vendor) {
            case FORMBRICKS ->
                new Webhook(
                        Map.of(
                                "Webhook-Id",
                                "msg_" + seconds,
                                "webhook-timestamp",
                                seconds,
                                "webhook-signature",
                                "v1,bm9uZQ== v1,"
                                        + base64(hash(
                                                "HmacSHA256",
                                                Base64.getDecoder().decode(secret.substring("whsec_".length())),
                                                both("msg_" + seconds + "." + seconds + ".", content)))),
                        content);
            case DELIGHTED ->
                new Webhook(
                        Map.of("X-Delighted-Webhook-Signature", "sha256=" + hex(hash("HmacSHA256", secret, content))),
                        content);
            case TYPEFORM ->
                new Webhook(
                        Map.of("Typeform-Signature", "sha256=" + base64(hash("HmacSHA256", secret, content))), content);
            case SURVEYMONKEY ->
                new Webhook(
                        Map.of(
                                "Sm-Apikey",
                                "client-1",
                                "Sm-Signature",
                                base64(hash("HmacSHA1", "client-1&" + secret, content))),
                        content);
            case QUALTRICS ->
                new Webhook(
                        Map.of("Content-Type", "application/x-www-form-urlencoded"),
                        ("Topic=x&HMAC=" + hex(hash("HmacSHA512", secret, content)) + "&MSG="
                                        + URLEncoder.encode(new String(content, UTF_8), UTF_8))
                                .getBytes(UTF_8));
            case ZENDESK ->
                new Webhook(
                        Map.of(
                                "X-Zendesk-Webhook-Signature-Timestamp",
                                at.toString(),
                                "X-Zendesk-Webhook-Signature",
                                base64(hash("HmacSHA256", secret, both(at.toString(), content)))),
                        content);
            case ASKNICELY -> new Webhook(Map.of("X-Api-Key", secret), content);
            case JSON ->
                new Webhook(Map.of("X-Signature", "sha256=" + hex(hash("HmacSHA256", secret, content))), content);
        };
    }

    private static byte[] both(String before, byte[] content) {
        byte[] first = before.getBytes(UTF_8);
        byte[] all = java.util.Arrays.copyOf(first, first.length + content.length);
        System.arraycopy(content, 0, all, first.length, content.length);
        return all;
    }

    private static byte[] hash(String algorithm, String key, byte[] content) {
        return hash(algorithm, key.getBytes(UTF_8), content);
    }

    private static byte[] hash(String algorithm, byte[] key, byte[] content) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private static String base64(byte[] hash) {
        return Base64.getEncoder().encodeToString(hash);
    }
}
