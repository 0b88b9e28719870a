package io.amends.alerting.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.contracts.Json;
import io.quarkus.runtime.Startup;
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
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Posts text messages to Twilio's API, or to one like it, at the address of the settings: no redirect is followed, and an
 * answer has bounded time and size. Its settings are checked at start.
 */
@Startup
@Singleton
final class TwilioApi {
    private static final Logger LOG = Logger.getLogger(TwilioApi.class);
    private static final int LARGEST = 64 * 1024;
    private static final int CONNECT_MILLIS = 5_000;

    private final HttpClient client;
    private final Duration deadline;
    private final @Nullable Sender sender;

    TwilioApi(
            Vertx vertx,
            @ConfigProperty(name = "amends.sms.url") Optional<String> url,
            @ConfigProperty(name = "amends.sms.account") Optional<String> account,
            @ConfigProperty(name = "amends.sms.token") Optional<String> token,
            @ConfigProperty(name = "amends.sms.from") Optional<String> from,
            @ConfigProperty(name = "amends.sms.deadline") Duration deadline,
            @ConfigProperty(name = "amends.delivery.sms-workers") int workers) {
        this.deadline = deadline;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setMaxPoolSize(workers)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout((int) deadline.toMillis()));
        if (url.isEmpty()) {
            LOG.info("no text messages are sent: AMENDS_SMS_URL is not set");
            this.sender = null;
            return;
        }
        if (!Stream.of(account, token, from).allMatch(Optional::isPresent)) {
            throw new IllegalStateException(
                    "AMENDS_SMS_URL is set, so AMENDS_SMS_ACCOUNT, AMENDS_SMS_TOKEN and AMENDS_SMS_FROM must be, too");
        }
        this.sender = Sender.of(url.get(), account.get(), token.get(), from.get());
    }

    /** Where text messages go, and who sends them. */
    private record Sender(URI messages, String authorization, String from) {
        static Sender of(String url, String account, String token, String from) {
            URI messages = URI.create(url.replaceAll("/+$", "") + "/2010-04-01/Accounts/" + account + "/Messages.json");
            if (messages.getHost() == null) {
                throw new IllegalStateException("AMENDS_SMS_URL takes an address such as https://api.twilio.com");
            }
            String basic = Base64.getEncoder().encodeToString((account + ":" + token).getBytes(UTF_8));
            return new Sender(messages, "Basic " + basic, from);
        }
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** Whether there is somebody to post to. */
    boolean isSet() {
        return sender != null;
    }

    /**
     * What came back.
     *
     * @param code the number of the error; 0 where the answer names none
     * @param retryAfter the header of that name
     */
    record TwilioReply(int status, int code, @Nullable String retryAfter) {}

    /**
     * Posts a text message.
     *
     * @throws IOException if nobody answers in time: then it may have been taken
     */
    TwilioReply post(String number, String body) throws IOException {
        Sender by = sender;
        if (by == null) {
            throw new IOException("AMENDS_SMS_URL is not set");
        }
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(by.messages().toString())
                .setFollowRedirects(false)
                .setTimeout(deadline.toMillis())
                .putHeader("Authorization", by.authorization())
                .putHeader("Content-Type", "application/x-www-form-urlencoded")
                .putHeader("Accept", "application/json")
                .putHeader("User-Agent", "Amends");
        String form = "To=" + encoded(number) + "&From=" + encoded(by.from()) + "&Body=" + encoded(body);
        // A connection that comes after the deadline is not used: that attempt has failed by then.
        AtomicBoolean awaited = new AtomicBoolean(true);
        try {
            return client.request(options)
                    .compose(request -> awaited.get()
                            ? request.send(Buffer.buffer(form)).compose(TwilioApi::read)
                            : abandoned(request))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException("the connection to the sender of text messages failed", e);
        } catch (TimeoutException e) {
            throw new IOException(
                    "the sender of text messages had not said after " + deadline.toMillis()
                            + " ms that it took the message",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            awaited.set(false);
        }
    }

    private static Future<TwilioReply> abandoned(HttpClientRequest request) {
        request.reset();
        return Future.failedFuture("nobody waits for it any more");
    }

    /** A message is taken as soon as the status says so, whatever becomes of the body. */
    private static Future<TwilioReply> read(HttpClientResponse response) {
        int status = response.statusCode();
        String retryAfter = response.getHeader("Retry-After");
        Promise<TwilioReply> read = Promise.promise();
        Buffer body = Buffer.buffer();
        response.exceptionHandler(cut -> read.tryComplete(new TwilioReply(status, 0, retryAfter)));
        response.handler(part -> {
            if (body.length() + part.length() > LARGEST) {
                read.tryComplete(new TwilioReply(status, 0, retryAfter));
                response.request().connection().close();
            } else {
                body.appendBuffer(part);
            }
        });
        response.endHandler(ended -> read.tryComplete(new TwilioReply(status, code(body.getBytes()), retryAfter)));
        if (status / 100 == 2) {
            read.tryComplete(new TwilioReply(status, 0, retryAfter));
        }
        return read.future();
    }

    private static int code(byte[] body) {
        try {
            return Json.MAPPER.readTree(body).path("code").asInt(0);
        } catch (IOException e) {
            return 0;
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8);
    }
}
