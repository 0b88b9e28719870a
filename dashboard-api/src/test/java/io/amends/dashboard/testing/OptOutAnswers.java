package io.amends.dashboard.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import io.amends.contracts.api.ListedOptOut;
import io.amends.kit.page.Page;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What survey-ingest answers about customers who want no surveys. An email without @ it refuses, and those of busy and away.
 */
public final class OptOutAnswers {
    private static final Pattern PATH = Pattern.compile("/v1/portals/([^/]+)/opt-outs(/lift)?");
    private static final Map<String, List<ListedOptOut>> SAID = new ConcurrentHashMap<>();

    private OptOutAnswers() {}

    /** Who wants no surveys in a portal. */
    public static List<ListedOptOut> of(String cpc) {
        return SAID.computeIfAbsent(cpc, portal -> new CopyOnWriteArrayList<>());
    }

    static boolean answers(String path) {
        return PATH.matcher(path).matches();
    }

    static void answer(HttpExchange exchange) throws IOException {
        URI asked = exchange.getRequestURI();
        Matcher path = PATH.matcher(asked.getPath());
        if (!path.matches()) {
            return;
        }
        List<ListedOptOut> all = of(path.group(1));
        if (exchange.getRequestMethod().equals("GET")) {
            list(exchange, all, String.valueOf(asked.getRawQuery()));
            return;
        }
        JsonNode sent = Json.MAPPER.readTree(exchange.getRequestBody().readAllBytes());
        String email = sent.path("email").textValue();
        if (email != null && !email.contains("@")) {
            refused(exchange);
            return;
        }
        if (email != null && email.startsWith("busy@")) {
            Neighbours.send(exchange, 429, Map.of("status", 429, "detail", "Wait a minute."));
            return;
        }
        if (email != null && email.startsWith("away@")) {
            Neighbours.send(exchange, 503, Map.of("status", 503, "detail", "Away."));
            return;
        }
        all.removeIf(one ->
                same(one, email, sent.path("phone").textValue(), sent.path("id").textValue()));
        if (path.group(2) == null) {
            all.add(
                    0,
                    new ListedOptOut(
                            email,
                            sent.path("phone").textValue(),
                            sent.path("id").textValue(),
                            sent.path("reason").textValue(),
                            Neighbours.person(exchange).name(),
                            Instant.now()));
        }
        exchange.sendResponseHeaders(204, -1);
    }

    private static void list(HttpExchange exchange, List<ListedOptOut> all, String query) throws IOException {
        String email = parameter(query, "email");
        String phone = parameter(query, "phone");
        String id = parameter(query, "id");
        if (email != null && !email.contains("@")) {
            refused(exchange);
            return;
        }
        boolean whole = Stream.of(email, phone, id).allMatch(Objects::isNull);
        List<ListedOptOut> found =
                all.stream().filter(one -> whole || same(one, email, phone, id)).toList();
        Neighbours.send(exchange, 200, new Page<>(found, 0, 50, found.size()));
    }

    private static boolean same(ListedOptOut one, @Nullable String email, @Nullable String phone, @Nullable String id) {
        return Objects.equals(one.email(), email) && Objects.equals(one.phone(), phone) && Objects.equals(one.id(), id);
    }

    private static @Nullable String parameter(String query, String name) {
        return Stream.of(query.split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElse(null);
    }

    private static void refused(HttpExchange exchange) throws IOException {
        Neighbours.send(
                exchange,
                400,
                Map.of("status", 400, "detail", "No.", "errors", List.of(new Reason("/email", "must be an email"))));
    }
}
