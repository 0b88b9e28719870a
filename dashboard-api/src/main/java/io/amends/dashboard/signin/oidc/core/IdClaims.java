package io.amends.dashboard.signin.oidc.core;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an ID token claims; whoever makes one has verified the token. */
public final class IdClaims {
    private static final int MOST_VALUES = 10_000;

    private final JsonNode claims;

    /** Reads a JSON object. */
    public IdClaims(JsonNode claims) {
        this.claims = claims;
    }

    /**
     * Reads the claims of a token.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static IdClaims of(String idToken) {
        String[] parts = idToken.split("\\.", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("an ID token has three parts");
        }
        try {
            return new IdClaims(Json.MAPPER.readTree(Base64.getUrlDecoder().decode(parts[1])));
        } catch (IOException e) {
            throw new IllegalArgumentException("the claims of an ID token are JSON", e);
        }
    }

    /** Who it is: the id that the issuer gives to one person, and never to another. */
    public String subject() {
        return text("sub").orElseThrow(() -> new IllegalArgumentException("an ID token has a subject"));
    }

    /** The text of a claim without blanks around it; empty where it is blank, absent or no text. */
    public Optional<String> text(String path) {
        JsonNode claim = at(claims, path);
        return Optional.ofNullable(claim)
                .filter(JsonNode::isTextual)
                .map(node -> node.asText().strip())
                .filter(text -> !text.isEmpty());
    }

    /** The address that the issuer has seen the person read mail at; empty where it does not say so. */
    public Optional<String> verifiedEmail() {
        JsonNode verified = claims.path("email_verified");
        // Some providers write the boolean as text.
        boolean sure = verified.isBoolean() ? verified.booleanValue() : "true".equals(verified.textValue());
        return sure ? text("email") : Optional.empty();
    }

    /** The values of a claim that is a list, or a single one. */
    public List<String> values(String path) {
        JsonNode claim = at(claims, path);
        List<String> values = new ArrayList<>();
        if (claim != null && claim.isArray()) {
            for (JsonNode value : claim) {
                if (value.isTextual() && values.size() < MOST_VALUES) {
                    values.add(value.asText());
                }
            }
        } else if (claim != null && claim.isTextual()) {
            values.add(claim.asText());
        }
        return values;
    }

    /** A claim of that name, or one inside another: names of claims can have dots and slashes themselves. */
    private static @Nullable JsonNode at(JsonNode object, String path) {
        JsonNode whole = object.get(path);
        if (whole != null) {
            return whole;
        }
        for (int i = 1; i < path.length() - 1; i++) {
            if (path.charAt(i) == '.' || path.charAt(i) == '/') {
                JsonNode outer = object.get(path.substring(0, i));
                JsonNode inner = outer == null ? null : at(outer, path.substring(i + 1));
                if (inner != null) {
                    return inner;
                }
            }
        }
        return null;
    }
}
