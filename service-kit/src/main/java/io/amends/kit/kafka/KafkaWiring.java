package io.amends.kit.kafka;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/** Gives every client of a service the same access to Kafka. */
public class KafkaWiring {

    @Produces
    @Singleton
    KafkaAccess access(Config config) {
        return KafkaAccess.configured(config);
    }

    /** What SmallRye's channels and Quarkus's check of Kafka go by, in place of the platform's own. */
    @Produces
    @Singleton
    @Identifier("default-kafka-broker")
    Map<String, Object> defaultBroker(KafkaAccess access) {
        return access.with(Map.of());
    }
}
