package io.amends.ingest.sources;

import io.amends.kit.egress.TargetRule;
import io.amends.kit.egress.TargetRule.CallTarget;
import io.amends.kit.egress.TargetRule.TargetRefused;
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
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Calls the APIs of vendors: by the rule of {@link TargetRule}, over a connection to the very address that was judged, with
 * the certificate checked for the name, no redirect followed, and an answer of bounded time and size.
 */
@ApplicationScoped
public class VendorApi {
    private static final int LARGEST = 4 * 1024 * 1024;
    private static final int CONNECT_MILLIS = 5_000;
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final TargetRule rule;
    private final HttpClient client;

    VendorApi(TargetRule rule, Vertx vertx) {
        this.rule = rule;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS).setKeepAlive(false));
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /**
     * What came back.
     *
     * @param retryAfter the header of that name
     */
    record VendorAnswer(int status, byte[] body, @Nullable String retryAfter) {}

    /**
     * Gets a resource.
     *
     * @throws TargetRefused if the address may not be called
     * @throws IOException if nobody answers in time, or with too much
     */
    VendorAnswer get(URI address, Map<String, String> headers) throws TargetRefused, IOException, InterruptedException {
        CallTarget target = rule.check(address);
        String query = address.getRawQuery();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setServer(SocketAddress.inetSocketAddress(
                        target.port(), target.address().getHostAddress()))
                .setHost(target.host())
                .setPort(target.port())
                .setSsl(target.secure())
                .setURI(address.getRawPath() + (query == null ? "" : "?" + query))
                .setFollowRedirects(false)
                .setTimeout(DEADLINE.toMillis())
                .putHeader("Accept", "application/json")
                .putHeader("User-Agent", "Amends");
        headers.forEach(options::putHeader);
        try {
            return client.request(options)
                    .compose(HttpClientRequest::send)
                    .compose(VendorApi::read)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the vendor does not answer as it should", e);
        }
    }

    private static io.vertx.core.Future<VendorAnswer> read(HttpClientResponse response) {
        Promise<VendorAnswer> read = Promise.promise();
        Buffer body = Buffer.buffer();
        response.exceptionHandler(read::tryFail);
        response.handler(part -> {
            if (body.length() + part.length() > LARGEST) {
                read.tryFail("the answer has more than " + LARGEST + " bytes");
                response.request().connection().close();
            } else {
                body.appendBuffer(part);
            }
        });
        response.endHandler(ended -> read.tryComplete(
                new VendorAnswer(response.statusCode(), body.getBytes(), response.getHeader("Retry-After"))));
        return read.future();
    }
}
