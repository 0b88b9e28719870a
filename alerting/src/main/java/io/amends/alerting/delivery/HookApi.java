package io.amends.alerting.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.kit.egress.TargetRule;
import io.amends.kit.egress.TargetRule.CallTarget;
import io.amends.kit.egress.TargetRule.TargetRefused;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Posts to addresses that somebody wrote into the directory (C8): by {@link TargetRule}, over a connection to the very address
 * that was judged, with the certificate checked for the name, no redirect followed, and bounded time and size for all of it.
 */
@Singleton
final class HookApi {
    /** So much of an answer is read, and more is cut off. */
    static final int LARGEST = 64 * 1024;

    private static final int CONNECT_MILLIS = 5_000;
    private static final int KEPT_SECONDS = 15;

    private final TargetRule rule;
    private final Vertx vertx;
    private final HttpClient client;
    private final Duration deadline;

    HookApi(
            TargetRule rule,
            Vertx vertx,
            @ConfigProperty(name = "amends.channels.deadline") Duration deadline,
            @ConfigProperty(name = "amends.delivery.post-workers") int workers) {
        this.rule = rule;
        this.vertx = vertx;
        this.deadline = deadline;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setMaxPoolSize(workers)
                .setKeepAliveTimeout(KEPT_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout((int) deadline.toMillis()));
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /**
     * What came back.
     *
     * @param body the beginning of it
     * @param retryAfter the header of that name
     */
    record HookReply(int status, String body, @Nullable String retryAfter) {}

    /**
     * Posts JSON.
     *
     * @throws TargetRefused if the address may not be called
     * @throws IOException if nobody answers in time: then it may have been taken
     */
    HookReply post(URI address, Map<String, String> headers, byte[] json) throws TargetRefused, IOException {
        // A connection that comes after the deadline is not used: that attempt has failed by then.
        AtomicBoolean awaited = new AtomicBoolean(true);
        AtomicReference<@Nullable HttpClientResponse> begun = new AtomicReference<>();
        try {
            // Names are looked up within the deadline, too.
            return vertx.executeBlocking(() -> rule.check(address), false)
                    .compose(target -> client.request(options(address, target, headers)))
                    .compose(request -> awaited.get()
                            ? request.send(Buffer.buffer(json)).compose(response -> read(response, begun))
                            : abandoned(request))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TargetRefused refused) {
                throw refused;
            }
            throw new IOException("the connection failed", e);
        } catch (TimeoutException e) {
            HttpClientResponse response = begun.get();
            if (response != null) {
                // It has answered: only the rest of its words is missing.
                response.request().reset();
                return reply(response, "");
            }
            throw new IOException("there was no answer after " + deadline.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            awaited.set(false);
        }
    }

    private RequestOptions options(URI address, CallTarget target, Map<String, String> headers) {
        String path = address.getRawPath();
        String query = address.getRawQuery();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(
                        target.port(), target.address().getHostAddress()))
                .setHost(target.host())
                .setPort(target.port())
                .setSsl(target.secure())
                .setURI((path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query))
                .setFollowRedirects(false)
                .setTimeout(deadline.toMillis())
                .putHeader("Content-Type", "application/json")
                .putHeader("User-Agent", "Amends");
        headers.forEach(options::putHeader);
        return options;
    }

    private static Future<HookReply> abandoned(HttpClientRequest request) {
        request.reset();
        return Future.failedFuture("nobody waits for it any more");
    }

    /** What the status says is known at once, whatever becomes of the body; only the beginning of that is kept. */
    private static Future<HookReply> read(
            HttpClientResponse response, AtomicReference<@Nullable HttpClientResponse> begun) {
        begun.set(response);
        Promise<HookReply> read = Promise.promise();
        Buffer body = Buffer.buffer();
        response.exceptionHandler(cut -> read.tryComplete(reply(response, body.toString(UTF_8))));
        response.handler(part -> {
            if (body.length() + part.length() > LARGEST) {
                read.tryComplete(reply(response, body.toString(UTF_8)));
                response.request().connection().close();
            } else {
                body.appendBuffer(part);
            }
        });
        response.endHandler(ended -> read.tryComplete(reply(response, body.toString(UTF_8))));
        return read.future();
    }

    private static HookReply reply(HttpClientResponse response, String body) {
        return new HookReply(response.statusCode(), body, response.getHeader("Retry-After"));
    }
}
