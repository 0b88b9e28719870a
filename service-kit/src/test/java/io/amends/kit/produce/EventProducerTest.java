package io.amends.kit.produce;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.kit.kafka.KafkaAccess;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class EventProducerTest {

    @Test
    void everyProducerWaitsForAllReplicasAndIsIdempotent() {
        java.util.Map<String, Object> settings =
                new java.util.HashMap<>(KafkaAccess.plain("localhost:1").with(EventProducer.settings()));
        settings.put("key.serializer", ByteArraySerializer.class);
        settings.put("value.serializer", ByteArraySerializer.class);
        ProducerConfig live = new ProducerConfig(settings);
        assertThat(live.getString(ProducerConfig.ACKS_CONFIG)).isEqualTo("-1"); // how Kafka spells "all"
        assertThat(live.getBoolean(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG)).isTrue();
    }
}
