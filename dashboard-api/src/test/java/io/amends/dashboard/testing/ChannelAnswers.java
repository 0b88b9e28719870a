package io.amends.dashboard.testing;

import com.sun.net.httpserver.HttpExchange;
import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import io.amends.contracts.api.ChannelStatus;
import io.amends.contracts.api.ChannelTest;
import io.amends.contracts.api.GoldenApi;
import io.amends.contracts.api.NewChannelSecrets;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What alerting answers about channels (C8). For a channel whose code is "away" it does not answer; "new" has no secrets, and "gone" is gone. */
public final class ChannelAnswers {
    private static final Pattern CHANNEL = Pattern.compile("/v1/portals/[^/]+/channels/([^/]+)/(status|secrets|test)");

    private static volatile @Nullable NewChannelSecrets set;

    private ChannelAnswers() {}

    /** The secrets that a page has set last. */
    public static @Nullable NewChannelSecrets secrets() {
        return set;
    }

    static boolean answers(String path) {
        return CHANNEL.matcher(path).matches();
    }

    static void answer(HttpExchange exchange) throws IOException {
        Matcher asked = CHANNEL.matcher(exchange.getRequestURI().getPath());
        if (!asked.matches() || asked.group(1).equals("away")) {
            Neighbours.send(exchange, 503, Map.of("status", 503, "detail", "0."));
            return;
        }
        String code = asked.group(1);
        switch (asked.group(2)) {
            case "status" -> Neighbours.send(exchange, 200, status(code));
            case "test" -> Neighbours.send(exchange, 200, test(code));
            default -> secrets(exchange, Json.read(exchange.getRequestBody().readAllBytes(), NewChannelSecrets.class));
        }
    }

    private static ChannelStatus status(String code) {
        ChannelStatus golden = GoldenApi.of(ChannelStatus.class);
        return switch (code) {
            case "new" ->
                new ChannelStatus(
                        new ChannelStatus.ChannelSecretsSet(false, false, false), null, null, null, null, null, 0);
            case "gone" ->
                new ChannelStatus(
                        new ChannelStatus.ChannelSecretsSet(true, true, false),
                        golden.lastOk(),
                        golden.lastFailure(),
                        "0",
                        golden.failingSince(),
                        new ChannelStatus.SwitchedOff(
                                golden.failingSince() == null ? java.time.Instant.EPOCH : golden.failingSince(),
                                ChannelStatus.OffWhy.GONE),
                        1);
            default ->
                new ChannelStatus(
                        golden.secrets(),
                        golden.lastOk(),
                        golden.lastFailure(),
                        "0",
                        golden.failingSince(),
                        golden.off(),
                        golden.waiting());
        };
    }

    private static ChannelTest test(String code) {
        return switch (code) {
            case "new" -> new ChannelTest(false, null, "0");
            case "gone" -> new ChannelTest(false, 410, "0");
            default -> new ChannelTest(true, 200, "");
        };
    }

    private static void secrets(HttpExchange exchange, NewChannelSecrets secrets) throws IOException {
        if (secrets.current() == null) {
            exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
            byte[] problem = Json.write(
                    Map.of("status", 400, "detail", "No.", "errors", List.of(new Reason("/current", "is missing"))));
            exchange.sendResponseHeaders(400, problem.length);
            exchange.getResponseBody().write(problem);
            return;
        }
        set = secrets;
        exchange.sendResponseHeaders(204, -1);
    }
}
