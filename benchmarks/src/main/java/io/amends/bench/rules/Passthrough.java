package io.amends.bench.rules;

import io.amends.kit.inbound.Received;
import io.amends.kit.kafka.KafkaAccess;
import io.amends.kit.produce.EventProducer;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** The peer that does nothing: bytes and headers from one topic to the other, with the kit's producer settings. */
final class Passthrough implements AutoCloseable {
    private final KafkaProducer<byte[], byte @Nullable []> producer;
    private final String to;
    private volatile @Nullable Exception failure;

    Passthrough(String bootstrap, String to) {
        this.to = to;
        this.producer = KafkaAccess.plain(bootstrap).producer(EventProducer.settings());
    }

    void process(List<Received> batch) throws Exception {
        CountDownLatch acknowledged = new CountDownLatch(batch.size());
        for (Received record : batch) {
            producer.send(
                    new ProducerRecord<>(to, null, record.key(), record.value(), record.headers()),
                    (metadata, error) -> {
                        if (error != null) {
                            failure = error;
                        }
                        acknowledged.countDown();
                    });
        }
        acknowledged.await();
        if (failure != null) {
            throw new IllegalStateException("not all were acknowledged", failure);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
