package io.amends.alerting.loop;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Takes posts at any path, and goes wrong for single ones as it is told. */
final class HookServer implements AutoCloseable {

    /** A post as it came. */
    record Hooked(String body, Map<String, List<String>> headers, Instant at) {
        String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().get(0))
                    .findFirst()
                    .orElse("");
        }
    }

    /** How a post is answered. */
    interface HookAnswer {
        void to(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private final Map<String, List<Hooked>> posted = new ConcurrentHashMap<>();
    private final Map<String, Deque<HookAnswer>> answers = new ConcurrentHashMap<>();
    private final Map<String, HookAnswer> always = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    HookServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + path;
    }

    /** The next posts to a path are answered so; all later ones are taken. */
    void answers(String path, HookAnswer... next) {
        answers.computeIfAbsent(path, any -> new ConcurrentLinkedDeque<>()).addAll(List.of(next));
    }

    /** All posts to a path are answered so from now on. */
    void always(String path, HookAnswer answer) {
        always.put(path, answer);
    }

    /** All later posts to a path are taken. */
    void takes(String path) {
        always.remove(path);
        answers.remove(path);
    }

    /** What came at a path, oldest first, however it was answered. */
    List<Hooked> at(String path) {
        return posted.getOrDefault(path, List.of());
    }

    static HookAnswer says(int status, String... header) {
        return exchange -> {
            for (int i = 0; i < header.length; i += 2) {
                exchange.getResponseHeaders().set(header[i], header[i + 1]);
            }
            answer(exchange, status, "no");
        };
    }

    HookAnswer hangs() {
        return exchange -> closed.await();
    }

    static HookAnswer cuts() {
        return exchange -> {};
    }

    /** An answer whose end never comes, although something always does. */
    static HookAnswer trickles(int status) {
        CountDownLatch never = new CountDownLatch(1);
        return exchange -> {
            exchange.sendResponseHeaders(status, 0);
            OutputStream out = exchange.getResponseBody();
            do {
                out.write('x');
                out.flush();
            } while (!never.await(100, TimeUnit.MILLISECONDS));
        };
    }

    /** An answer that never ends. */
    static HookAnswer floods(int status) {
        return exchange -> {
            exchange.sendResponseHeaders(status, 0);
            byte[] part = "x".repeat(8_192).getBytes(UTF_8);
            try (OutputStream out = exchange.getResponseBody()) {
                for (int i = 0; i < 100_000; i++) {
                    out.write(part);
                }
            }
        };
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring(1);
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            posted.computeIfAbsent(path, any -> new CopyOnWriteArrayList<>())
                    .add(new Hooked(body, Map.copyOf(exchange.getRequestHeaders()), Instant.now()));
            Deque<HookAnswer> wrong = answers.get(path);
            HookAnswer next = wrong == null ? null : wrong.poll();
            HookAnswer given = next == null ? always.get(path) : next;
            if (given == null) {
                answer(exchange, 200, "ok");
            } else {
                given.to(exchange);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
