package io.amends.dashboard.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;

import at.favre.lib.crypto.bcrypt.BCrypt;
import io.amends.kit.id.Sha256;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Base64;
import java.util.Map;

/** Known callers for tests: a key for all portals, one for acme only, and a person who can sign in. */
public class Keys implements QuarkusTestProfile {
    public static final String KEY = "test-key";
    public static final String ACME_ONLY = "acme-key";
    public static final String USER = "robin";
    public static final String PASSWORD = "correct horse";
    /** Another who can sign in, with the same password. */
    public static final String OTHER = "sam";

    public static final String FULL_NAME = "Robin Example";
    public static final String LINK_KEYS =
            "k1:" + Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes(UTF_8));

    @Override
    public Map<String, String> getConfigOverrides() {
        String neighbours = "http://localhost:" + Neighbours.port();
        return Map.ofEntries(
                entry("amends.api-key-hashes", "all:" + Sha256.hex(KEY) + ",one:" + Sha256.hex(ACME_ONLY) + ":acme"),
                entry(
                        "amends.users",
                        USER + ":" + hash() + ":" + FULL_NAME + "," + OTHER + ":" + hash() + ":Sam Example"),
                // So that a test can come from an address of its own.
                entry("amends.trusted-proxies", "127.0.0.1"),
                // After the start a test does it itself.
                entry("amends.search.upgrade", "1H"),
                entry("amends.keys.uses-said", "1S"),
                entry("amends.link-keys", LINK_KEYS),
                entry("amends.ingest.url", neighbours),
                entry("amends.rules.url", neighbours),
                entry("amends.notes.url", neighbours),
                entry("amends.alerting.url", neighbours));
    }

    private static String hash() {
        return BCrypt.withDefaults().hashToString(4, PASSWORD.toCharArray());
    }
}
