package io.amends.local.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A small HTTP server on loopback: routes are a method and a pattern of the path. */
public final class WebServer implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(WebServer.class.getName());
    private static final int BODY_LIMIT = 8 << 20;

    // The server's own setting, in seconds, read once per process: who has not sent a whole request by then is cut off.
    private static final String REQUEST_SECONDS = "sun.net.httpserver.maxReqTime";

    static {
        // Without it each small answer waits 40 ms for the client to acknowledge its head.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        if (System.getProperty(REQUEST_SECONDS) == null) {
            System.setProperty(REQUEST_SECONDS, "30");
        }
    }

    private record Route(String method, Pattern path, Function<Request, Reply> answer) {}

    private final List<Route> routes = new ArrayList<>();
    private final HttpServer server;
    private final HostCheck caller;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    /** @param port on loopback; 0 takes a free one */
    public WebServer(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        caller = new HostCheck(port());
        server.setExecutor(threads);
        server.createContext("/", this::handle);
    }

    /** Adds a route; the first that fits answers. */
    public WebServer on(String method, String path, Function<Request, Reply> answer) {
        routes.add(new Route(method, Pattern.compile(path), answer));
        return this;
    }

    public void start() {
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply answer = answer(exchange);
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            boolean head = "HEAD".equals(exchange.getRequestMethod());
            boolean empty = head || answer.body().length == 0;
            exchange.sendResponseHeaders(answer.status(), empty ? -1 : answer.body().length);
            if (!empty) {
                exchange.getResponseBody().write(answer.body());
            }
        }
    }

    private Reply answer(HttpExchange exchange) throws IOException {
        Headers headers = exchange.getRequestHeaders();
        Reply refusal = caller.refusal(
                exchange.getRequestMethod(),
                headers.getFirst("Host"),
                headers.getFirst("Origin"),
                headers.getFirst("Sec-Fetch-Site"));
        if (refusal != null) {
            return refusal;
        }
        byte[] body = exchange.getRequestBody().readNBytes(BODY_LIMIT + 1);
        if (body.length > BODY_LIMIT) {
            return Reply.text(413, "too large");
        }
        String method = "HEAD".equals(exchange.getRequestMethod()) ? "GET" : exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        String query = exchange.getRequestURI().getRawQuery();
        for (Route route : routes) {
            Matcher matcher = route.path().matcher(path);
            if (route.method().equals(method) && matcher.matches()) {
                return answer(route, matcher, path, query == null ? "" : query, exchange, body);
            }
        }
        return Reply.missing();
    }

    private static Reply answer(
            Route route, Matcher matcher, String path, String query, HttpExchange exchange, byte[] body) {
        List<String> groups = new ArrayList<>();
        for (int i = 1; i <= matcher.groupCount(); i++) {
            String group = matcher.group(i);
            groups.add(group == null ? "" : group);
        }
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        try {
            return route.answer().apply(new Request(path, groups, Request.form(query), type == null ? "" : type, body));
        } catch (IllegalArgumentException e) {
            return Reply.text(400, "That is not written as an address or a form is: " + e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, path, e);
            return Reply.text(500, "failed: see the log");
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
