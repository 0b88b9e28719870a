package io.amends.dashboard.signin.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.amends.contracts.Json;
import io.amends.local.process.Ports;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * A provider of OpenID Connect of our own: discovery, the code flow with PKCE, keys, and signing out. It is as strict as a
 * real one, knows people by what they are to claim, and can send tokens that are wrong in one way.
 */
final class OpenIdProvider {
    static final String CLIENT = "amends-test";
    static final String SECRET = "a client secret of the test";
    private static final String REALM = "/realms/test";

    private final RsaJsonWebKey key = key();
    private final RsaJsonWebKey foreignKey = key();
    private final Map<String, Map<String, Object>> people = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final List<String> signedOut = new CopyOnWriteArrayList<>();
    private final int port;
    private volatile Forgery forgery = Forgery.NONE;
    private @Nullable HttpServer server;

    /** In what a token is wrong. */
    enum Forgery {
        NONE,
        KEY,
        AUDIENCE,
        ISSUER,
        NONCE,
        EXPIRED
    }

    OpenIdProvider() {
        port = Ports.free();
    }

    private static RsaJsonWebKey key() {
        try {
            RsaJsonWebKey made = RsaJwkGenerator.generateJwk(2048);
            made.setKeyId("k1");
            made.setUse("sig");
            made.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
            return made;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    String issuer() {
        return "http://localhost:" + port + REALM; // for browsers another site than ours
    }

    synchronized void start() {
        if (server != null) {
            return;
        }
        try {
            server = HttpServer.create(new InetSocketAddress("localhost", port), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "provider");
            thread.setDaemon(true);
            return thread;
        }));
        at("/.well-known/openid-configuration", this::configuration);
        at("/auth", this::authorize);
        at("/token", this::token);
        at("/keys", this::keys);
        at("/sign-out", this::signOut);
        server.start();
    }

    /** It does not answer any more. */
    synchronized void stop() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    /** Somebody whom it knows, by the name they type there, and what it claims of them. */
    void knows(String name, Map<String, Object> claims) {
        people.put(name, claims);
    }

    void forges(Forgery next) {
        forgery = next;
    }

    /** Whose token was sent along, each time somebody signed out. */
    List<String> signedOut() {
        return signedOut;
    }

    private interface Answering {
        void answer(HttpExchange exchange, Map<String, String> parameters) throws Exception;
    }

    private void at(String path, Answering answering) {
        if (server == null) {
            return;
        }
        server.createContext(REALM + path, exchange -> {
            try (exchange) {
                answer(exchange, answering);
            }
        });
    }

    private static void answer(HttpExchange exchange, Answering answering) throws IOException {
        try {
            answering.answer(exchange, parameters(exchange));
        } catch (Exception e) {
            send(exchange, 400, "text/plain", String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, String> parameters(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String all = (query == null ? "" : query) + "&" + body;
        return Arrays.stream(all.split("&"))
                .filter(pair -> pair.contains("="))
                .map(pair -> pair.split("=", 2))
                .collect(toMap(
                        pair -> URLDecoder.decode(pair[0], UTF_8),
                        pair -> URLDecoder.decode(pair[1], UTF_8),
                        (first, second) -> second));
    }

    private void configuration(HttpExchange exchange, Map<String, String> parameters) throws IOException {
        json(
                exchange,
                Map.of(
                        "issuer",
                        issuer(),
                        "authorization_endpoint",
                        issuer() + "/auth",
                        "token_endpoint",
                        issuer() + "/token",
                        "jwks_uri",
                        issuer() + "/keys",
                        "end_session_endpoint",
                        issuer() + "/sign-out",
                        "response_types_supported",
                        List.of("code"),
                        "subject_types_supported",
                        List.of("public"),
                        "id_token_signing_alg_values_supported",
                        List.of("RS256")));
    }

    private void authorize(HttpExchange exchange, Map<String, String> asked) throws IOException {
        is("response_type", "code", asked);
        is("client_id", CLIENT, asked);
        is("code_challenge_method", "S256", asked);
        for (String needed : List.of("state", "nonce", "code_challenge", "redirect_uri")) {
            if (asked.getOrDefault(needed, "").isEmpty()) {
                throw new IllegalArgumentException(needed + " is missing");
            }
        }
        if (!List.of(asked.getOrDefault("scope", "").split(" ")).contains("openid")) {
            throw new IllegalArgumentException("scope has no openid");
        }
        String remembered = cookie(exchange);
        String name = asked.getOrDefault("person", remembered);
        if (!people.containsKey(name)) {
            send(
                    exchange,
                    200,
                    "text/html",
                    "<!DOCTYPE html><html lang=\"en\"><title>Provider</title><h1>Who are you?</h1>"
                            + "<form method=\"post\"><label>Account <input name=\"person\"></label><button>Continue</button></form></html>");
            return;
        }
        exchange.getResponseHeaders().add("Set-Cookie", "sso=" + name + "; Path=" + REALM + "; HttpOnly");
        String there = asked.get("redirect_uri") + "?state=" + encoded(asked.get("state"));
        if (asked.containsKey("deny")) {
            redirect(exchange, there + "&error=access_denied");
            return;
        }
        String code = UUID.randomUUID().toString();
        codes.put(code, Map.copyOf(with(asked, "person", name)));
        redirect(exchange, there + "&code=" + code);
    }

    private void token(HttpExchange exchange, Map<String, String> asked) throws Exception {
        String basic = "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + encoded(SECRET)).getBytes(UTF_8));
        String plain = "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(UTF_8));
        String sent = exchange.getRequestHeaders().getFirst("Authorization");
        if (!basic.equals(sent) && !plain.equals(sent)) {
            throw new IllegalArgumentException("the client's secret is wrong");
        }
        is("grant_type", "authorization_code", asked);
        Map<String, String> begun = codes.remove(asked.getOrDefault("code", ""));
        if (begun == null) {
            throw new IllegalArgumentException("the code is unknown, or used");
        }
        is("redirect_uri", begun.get("redirect_uri"), asked);
        if (!challenge(asked.getOrDefault("code_verifier", "")).equals(begun.get("code_challenge"))) {
            throw new IllegalArgumentException("the code verifier is wrong");
        }
        json(
                exchange,
                Map.of(
                        "access_token",
                        UUID.randomUUID().toString(),
                        "token_type",
                        "Bearer",
                        "expires_in",
                        300,
                        "id_token",
                        idToken(begun)));
    }

    private String idToken(Map<String, String> begun) throws JoseException {
        JwtClaims claims = new JwtClaims();
        Map<String, Object> known = people.get(begun.get("person"));
        known.forEach(claims::setClaim);
        claims.setIssuer(forgery == Forgery.ISSUER ? "https://elsewhere.example.com" : issuer());
        claims.setAudience(forgery == Forgery.AUDIENCE ? "another-client" : CLIENT);
        NumericDate now = NumericDate.now();
        now.addSeconds(forgery == Forgery.EXPIRED ? -7200 : 0);
        claims.setIssuedAt(now);
        NumericDate over = NumericDate.fromSeconds(now.getValue() + 300);
        claims.setExpirationTime(over);
        claims.setClaim("nonce", forgery == Forgery.NONCE ? "another" : begun.get("nonce"));
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setKeyIdHeaderValue("k1");
        signature.setKey((forgery == Forgery.KEY ? foreignKey : key).getPrivateKey());
        signature.setPayload(claims.toJson());
        return signature.getCompactSerialization();
    }

    private void keys(HttpExchange exchange, Map<String, String> parameters) throws IOException {
        json(exchange, Map.of("keys", List.of(key.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY))));
    }

    private void signOut(HttpExchange exchange, Map<String, String> asked) throws IOException {
        is("client_id", CLIENT, asked);
        String[] token = asked.getOrDefault("id_token_hint", "").split("\\.");
        signedOut.add(new String(Base64.getUrlDecoder().decode(token[1]), UTF_8));
        exchange.getResponseHeaders().add("Set-Cookie", "sso=; Path=" + REALM + "; Max-Age=0");
        redirect(exchange, asked.getOrDefault("post_logout_redirect_uri", ""));
    }

    private static void is(String name, @Nullable String value, Map<String, String> asked) {
        if (value == null || !value.equals(asked.get(name))) {
            throw new IllegalArgumentException(name + " is wrong: " + asked.get(name));
        }
    }

    private static Map<String, String> with(Map<String, String> asked, String name, String value) {
        Map<String, String> all = new ConcurrentHashMap<>(asked);
        all.put(name, value);
        return all;
    }

    private static String cookie(HttpExchange exchange) {
        List<String> sent = new ArrayList<>(exchange.getRequestHeaders().getOrDefault("Cookie", List.of()));
        return sent.stream()
                .flatMap(line -> Arrays.stream(line.split("; *")))
                .filter(pair -> pair.startsWith("sso="))
                .map(pair -> pair.substring(4))
                .findFirst()
                .orElse("");
    }

    private static String challenge(String verifier) throws NoSuchAlgorithmException {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8)));
    }

    private static String encoded(@Nullable String text) {
        return URLEncoder.encode(text == null ? "" : text, UTF_8);
    }

    private static void json(HttpExchange exchange, Object body) throws IOException {
        send(exchange, 200, "application/json", new String(Json.write(body), UTF_8));
    }

    private static void redirect(HttpExchange exchange, String there) throws IOException {
        exchange.getResponseHeaders().add("Location", there);
        send(exchange, 302, "text/plain", "");
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type + "; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
