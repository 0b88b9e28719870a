package io.amends.local.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Finds out that a running service may do on a {@link GuardedKafka} what it has to (H3): each question waits until it was
 * done, and fails where it is not. What a service has to do is the table of its own test.
 */
public final class AllowedRights {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final GuardedKafka kafka;
    private final URI base;

    /** @param base of the service; it is waited for until it is ready */
    public AllowedRights(GuardedKafka kafka, URI base) {
        this.kafka = kafka;
        this.base = base;
        await().atMost(SOON).until(() -> get("/q/health/ready").statusCode() == 200);
    }

    /**
     * It may read a topic as the group of its consumer, and write what it can never process.
     *
     * @param letters the topic of the consumer's dead letters
     */
    public void hears(String topic, String consumer, String letters) {
        await().atMost(SOON).until(() -> get("/q/health/live").body().contains(consumer + "\": \"well"));

        kafka.send(topic, "no event".getBytes(UTF_8));

        await().atMost(SOON)
                .until(() -> !WholeTopic.read(kafka.keeper(), letters).isEmpty());
    }

    /**
     * It may write to a topic.
     *
     * @param outbox gives the service an event to publish there, under the key that it is told
     */
    public void publishes(String topic, Consumer<String> outbox) {
        String key = UUID.randomUUID().toString();

        outbox.accept(key);

        await().atMost(SOON).until(() -> WholeTopic.read(kafka.keeper(), topic).stream()
                .anyMatch(record -> record.key() != null && new String(record.key(), UTF_8).equals(key)));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(base.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
