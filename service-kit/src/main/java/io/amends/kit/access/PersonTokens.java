package io.amends.kit.access;

import io.amends.contracts.access.Role;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.PortalRoles;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/**
 * Signs and checks the short tokens by which dashboard-api asks the other services in a person's name (H1): JSON Web
 * Tokens with HMAC-SHA256. An API key alone cannot claim to be a person. The first configured key signs, every configured
 * key is accepted.
 */
@Singleton
public class PersonTokens {
    /** The request header that a token comes in, beside the API key of the service that asks. */
    public static final String HEADER = "Amends-Person";

    /** How long a token is good. A page asks at once, so that it need not be longer. */
    public static final Duration GOOD_FOR = Duration.ofSeconds(60);

    /** How far ahead the end of a token may be, since clocks of two machines differ. */
    private static final int FURTHEST_END_MINUTES = 5;

    private static final String AUDIENCE = "amends";
    private static final int SHORTEST_KEY = 32;
    private static final int LONGEST = 200_000;
    private static final String PORTAL = "portal";
    private static final String ROLES = "roles";
    private static final String GROUPS = "groups";
    private static final String CONTACT = "contact";
    private static final String LINK = "link";
    private static final String ADDRESS = "address";

    private final Map<String, SecretKey> keys = new LinkedHashMap<>();
    private final Clock clock;

    /**
     * @param configured {@code keyId:base64}, comma separated, the current one first
     * @param clock says when a token ends
     * @throws IllegalArgumentException if a key has another form or less than 32 bytes
     */
    @Inject
    public PersonTokens(
            @ConfigProperty(name = "amends.person-keys", defaultValue = " ") String configured, Clock clock) {
        this.clock = clock;
        for (String entry : configured.split(",")) {
            if (entry.isBlank()) {
                continue;
            }
            int colon = entry.indexOf(':');
            byte[] key = colon <= 0
                    ? new byte[0]
                    : Base64.getDecoder().decode(entry.substring(colon + 1).strip());
            if (key.length < SHORTEST_KEY) {
                throw new IllegalArgumentException("AMENDS_PERSON_KEYS takes keyId:base64 of at least " + SHORTEST_KEY
                        + " bytes, comma separated");
            }
            keys.put(entry.substring(0, colon).strip(), new SecretKeySpec(key, "HmacSHA256"));
        }
    }

    /** Whether there is a key to sign with. */
    public boolean signs() {
        return !keys.isEmpty();
    }

    /**
     * Signs for whom a request is made.
     *
     * @throws IllegalStateException if no key is configured
     */
    public String sign(ActingPerson person) {
        Map.Entry<String, SecretKey> current = keys.entrySet().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("AMENDS_PERSON_KEYS is not set"));
        PortalRoles roles = person.roles();
        JwtClaims claims = new JwtClaims();
        claims.setAudience(AUDIENCE);
        claims.setSubject(person.name());
        claims.setExpirationTime(
                NumericDate.fromMilliseconds(clock.instant().plus(GOOD_FOR).toEpochMilli()));
        claims.setStringClaim(PORTAL, person.portal());
        claims.setStringListClaim(
                ROLES, roles.roles().stream().map(Role::word).sorted().toList());
        claims.setStringListClaim(GROUPS, roles.groups().stream().sorted().toList());
        claims.setClaim(LINK, roles.link());
        Optional.ofNullable(roles.contact()).ifPresent(contact -> claims.setStringClaim(CONTACT, contact));
        Optional.ofNullable(person.address()).ifPresent(address -> claims.setStringClaim(ADDRESS, address));
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        signature.setKeyIdHeaderValue(current.getKey());
        signature.setKey(current.getValue());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("a person token could not be signed", e);
        }
    }

    /**
     * For whom a request is made.
     *
     * @throws Problem 401 if the token is not one of ours, was changed, is over, or ends in more than a few minutes
     */
    public ActingPerson verify(String token) {
        try {
            if (token.length() > LONGEST) {
                throw refused();
            }
            JwtClaims claims = new JwtConsumerBuilder()
                    .setJwsAlgorithmConstraints(
                            AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256)
                    .setVerificationKeyResolver((signature, nesting) -> key(signature.getKeyIdHeaderValue()))
                    .setExpectedAudience(AUDIENCE)
                    .setRequireSubject()
                    .setRequireExpirationTime()
                    .setMaxFutureValidityInMinutes(FURTHEST_END_MINUTES)
                    .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                    .build()
                    .processToClaims(token);
            return new ActingPerson(
                    claims.getSubject(),
                    required(claims.getStringClaimValue(PORTAL)),
                    new PortalRoles(
                            list(claims, ROLES).stream()
                                    .flatMap(word -> Role.of(word).stream())
                                    .collect(Collectors.toSet()),
                            Set.copyOf(list(claims, GROUPS)),
                            claims.getStringClaimValue(CONTACT),
                            Boolean.TRUE.equals(claims.getClaimValue(LINK, Boolean.class))),
                    claims.getStringClaimValue(ADDRESS));
        } catch (InvalidJwtException | MalformedClaimException e) {
            throw refused();
        }
    }

    private SecretKey key(@Nullable String id) throws UnresolvableKeyException {
        SecretKey key = id == null ? null : keys.get(id);
        if (key == null) {
            throw new UnresolvableKeyException("no such key");
        }
        return key;
    }

    private static List<String> list(JwtClaims claims, String name) throws MalformedClaimException {
        List<String> values = claims.getStringListClaimValue(name);
        return values == null ? List.of() : new ArrayList<>(values);
    }

    private static String required(@Nullable String value) {
        if (value == null) {
            throw refused();
        }
        return value;
    }

    private static Problem refused() {
        return Problem.unauthorized("The token in " + HEADER + " is not known here, or its time is over.");
    }
}
