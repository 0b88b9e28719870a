package io.amends.alerting.loop;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.amends.local.web.Request;
import java.io.IOException;
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

/** Takes text messages as Twilio does, and goes wrong for single numbers as it is told. */
final class TextServer implements AutoCloseable {
    static final String FROM = "+15005550006";
    private static final String ACCOUNT = "AC1";
    private static final String TOKEN = "secret";
    // "AC1:secret" as basic credentials.
    private static final String BASIC = "Basic QUMxOnNlY3JldA==";

    /** A message as it came, and when. */
    record PostedText(String to, String from, String body, Instant at) {}

    /** How a post is answered. */
    interface TextReply {
        void to(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private final List<PostedText> posted = new CopyOnWriteArrayList<>();
    private final Map<String, Deque<TextReply>> replies = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    TextServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/2010-04-01/Accounts/" + ACCOUNT + "/Messages.json", this::take);
        server.start();
    }

    /** How the service under test finds it. */
    Map<String, String> settings() {
        return Map.of(
                "AMENDS_SMS_URL",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "AMENDS_SMS_ACCOUNT",
                ACCOUNT,
                "AMENDS_SMS_TOKEN",
                TOKEN,
                "AMENDS_SMS_FROM",
                FROM,
                "amends.sms.deadline",
                "PT1S");
    }

    /** The next posts to a number are answered so; all later ones are taken. */
    void answers(String number, TextReply... next) {
        replies.computeIfAbsent(number, any -> new ConcurrentLinkedDeque<>()).addAll(List.of(next));
    }

    /** All later posts to a number are taken. */
    void takes(String number) {
        replies.remove(number);
    }

    /** An answer with an error's number. */
    static TextReply says(int status, int code, String... header) {
        return exchange -> {
            for (int i = 0; i < header.length; i += 2) {
                exchange.getResponseHeaders().set(header[i], header[i + 1]);
            }
            answer(
                    exchange,
                    status,
                    "{\"code\": " + code + ", \"message\": \"20429 and +490000 are only words here\"}");
        };
    }

    /** No answer at all. */
    TextReply hangs() {
        return exchange -> closed.await();
    }

    /** A connection that ends without an answer. */
    static TextReply cuts() {
        return exchange -> {};
    }

    /** An answer of more bytes than anybody reads. */
    static TextReply floods() {
        return exchange -> answer(exchange, 500, "x".repeat(1 << 20));
    }

    /** What came for a number, oldest first, however it was answered. */
    List<PostedText> to(String number) {
        return posted.stream().filter(text -> text.to().equals(number)).toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> form =
                    Request.form(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            if (!BASIC.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                answer(exchange, 401, "{\"code\": 20003}");
                return;
            }
            String to = form.getOrDefault("To", "");
            posted.add(new PostedText(to, form.getOrDefault("From", ""), form.getOrDefault("Body", ""), Instant.now()));
            Deque<TextReply> wrong = replies.get(to);
            TextReply next = wrong == null ? null : wrong.poll();
            if (next == null) {
                answer(exchange, 201, "{\"sid\": \"SM1\", \"status\": \"queued\"}");
            } else {
                next.to(exchange);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(UTF_8);
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
