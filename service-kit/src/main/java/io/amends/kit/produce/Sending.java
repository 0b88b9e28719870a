package io.amends.kit.produce;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.contracts.CloudEventHeaders;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.failure.PermanentFailure;
import io.amends.kit.failure.TransientFailure;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Events under way together: each is on its way while the next is made, and in the end all acknowledgements are awaited.
 * One failure fails all of them, and what comes after it is not sent: it could overtake what is sent again. For one
 * thread.
 */
public final class Sending implements Callback {
    private final Producer<byte[], byte @Nullable []> client;
    private final Function<OutboundEvent, ProducerRecord<byte[], byte @Nullable []>> written;
    private final BiFunction<String, Exception, RuntimeException> failed;
    // One more than is under way, until all are sent.
    private final AtomicInteger open = new AtomicInteger(1);
    private final CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
    private volatile @Nullable RuntimeException failure;

    /**
     * @param written the record of an event
     * @param failed what to make of an error of the client, by the topic
     */
    Sending(
            Producer<byte[], byte @Nullable []> client,
            Function<OutboundEvent, ProducerRecord<byte[], byte @Nullable []>> written,
            BiFunction<String, Exception, RuntimeException> failed) {
        this.client = client;
        this.written = written;
        this.failed = failed;
    }

    /** Sends one event, unless one before it was not taken; one that is too large is out of nobody's way. */
    public void send(OutboundEvent event) {
        send(event, null);
    }

    /**
     * Sends one event that came in over HTTP.
     *
     * @param keyId the id of the API key by which it came, which the record says too; null: it does not
     */
    public void send(OutboundEvent event, @Nullable String keyId) {
        if (failure instanceof TransientFailure) {
            return;
        }
        open.incrementAndGet();
        try {
            ProducerRecord<byte[], byte @Nullable []> record = written.apply(event);
            if (keyId != null) {
                record.headers().add(CloudEventHeaders.KEY, keyId.getBytes(UTF_8));
            }
            client.send(record, this);
        } catch (RuntimeException e) { // a closed client, an interrupted caller, no metadata in time
            fail(event.topic(), e);
            closed();
        }
    }

    /**
     * Sends one event like {@link #send}, for who wants to know of each.
     *
     * @return completes when Kafka has it; fails with {@link PermanentFailure} if it is too large for its topic, and with
     *     {@link TransientFailure} if it, or one before it, was not taken
     */
    public CompletableFuture<@Nullable Void> sendTold(OutboundEvent event) {
        CompletableFuture<@Nullable Void> told = new CompletableFuture<>();
        if (failure instanceof TransientFailure before) {
            told.completeExceptionally(before);
            return told;
        }
        try {
            client.send(written.apply(event), (metadata, error) -> {
                if (error == null) {
                    told.complete(null);
                } else {
                    told.completeExceptionally(fail(event.topic(), error));
                }
            });
        } catch (RuntimeException e) { // a closed client, an interrupted caller, no metadata in time
            told.completeExceptionally(fail(event.topic(), e));
        }
        return told;
    }

    /**
     * Returns when Kafka has all of them on all in-sync replicas.
     *
     * @throws TransientFailure if it has not: send all of them again
     * @throws PermanentFailure if one is too large for its topic
     */
    public void await() {
        closed();
        done.join();
        RuntimeException first = failure;
        if (first instanceof PermanentFailure permanent) {
            throw permanent;
        }
        if (first != null) {
            throw new TransientFailure("not all events were acknowledged: " + first.getMessage(), first);
        }
    }

    /** Called by the client, for one event. */
    @Override
    public void onCompletion(@Nullable RecordMetadata metadata, @Nullable Exception error) {
        if (error != null) {
            fail(metadata == null ? "its topic" : metadata.topic(), error);
        }
        closed();
    }

    private RuntimeException fail(String topic, Exception error) {
        RuntimeException known = failed.apply(topic, error);
        if (!(failure instanceof TransientFailure)) {
            failure = known;
        }
        return known;
    }

    private void closed() {
        if (open.decrementAndGet() == 0) {
            done.complete(null);
        }
    }
}
