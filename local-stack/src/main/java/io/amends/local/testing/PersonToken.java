package io.amends.local.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;

/**
 * A person token as dashboard-api signs them, written by hand, for tests that ask a service in somebody's name (H1). Services
 * in tests take its key.
 */
public final class PersonToken {
    /** The header that it goes into, beside an API key. */
    public static final String HEADER = "Amends-Person";

    /** The key of tests, as the services have it in their {@code test} profile. */
    private static final SecretKeySpec KEY =
            new SecretKeySpec("tests sign with this, nobody else!".getBytes(UTF_8), "HmacSHA256");

    private static final String KEY_ID = "test";

    private final JwtClaims claims = new JwtClaims();
    private SecretKeySpec key = KEY;

    private PersonToken(String name, String portal) {
        claims.setAudience("amends");
        claims.setSubject(name);
        claims.setStringClaim("portal", portal);
        claims.setStringListClaim("roles");
        claims.setStringListClaim("groups");
        claims.setClaim("link", false);
        claims.setExpirationTime(
                NumericDate.fromMilliseconds(Instant.now().plusSeconds(60).toEpochMilli()));
    }

    /** A person, such as {@code user:robin}, who has no role yet in the portal that is asked about. */
    public static PersonToken of(String name, String portal) {
        return new PersonToken(name, portal);
    }

    /** An admin of the portal, who may do everything. */
    public static PersonToken admin(String name, String portal) {
        return of(name, portal).roles("admin");
    }

    public PersonToken roles(String... roles) {
        claims.setStringListClaim("roles", roles);
        return this;
    }

    /** The groups that are their own. */
    public PersonToken groups(String... groups) {
        claims.setStringListClaim("groups", groups);
        return this;
    }

    public PersonToken contact(String contact) {
        claims.setStringClaim("contact", contact);
        return this;
    }

    public PersonToken address(String address) {
        claims.setStringClaim("address", address);
        return this;
    }

    /** They came by the link of a report. */
    public PersonToken link() {
        claims.setClaim("link", true);
        return this;
    }

    /** Its time is over since then. */
    public PersonToken until(Instant end) {
        claims.setExpirationTime(NumericDate.fromMilliseconds(end.toEpochMilli()));
        return this;
    }

    /** Signed with a key that is nobody's. */
    public PersonToken forged() {
        key = new SecretKeySpec("somebody else signs with this one!".getBytes(UTF_8), "HmacSHA256");
        return this;
    }

    /** What goes into the header. */
    public String signed() {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setAlgorithmHeaderValue("HS256");
        signature.setKeyIdHeaderValue(KEY_ID);
        signature.setKey(key);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a token says that a service has sent, for a neighbour that is played: its signature must be right. */
    public static Said read(String token) {
        try {
            JwtClaims said = new JwtConsumerBuilder()
                    .setVerificationKey(KEY)
                    .setExpectedAudience("amends")
                    .setRequireExpirationTime()
                    .build()
                    .processToClaims(token);
            return new Said(
                    said.getSubject(),
                    said.getStringClaimValue("portal"),
                    said.getStringListClaimValue("roles"),
                    said.getStringListClaimValue("groups"),
                    Boolean.TRUE.equals(said.getClaimValue("link")),
                    said.getStringClaimValue("address"));
        } catch (InvalidJwtException | MalformedClaimException e) {
            throw new IllegalArgumentException("a token that is not right", e);
        }
    }

    /** The claims of a token. */
    public record Said(
            String name, String portal, List<String> roles, List<String> groups, boolean link, String address) {}
}
