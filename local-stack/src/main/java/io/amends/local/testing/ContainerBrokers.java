package io.amends.local.testing;

import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Both as container images (profile {@code containers}); Testcontainers removes them when the JVM ends. */
final class ContainerBrokers {
    private ContainerBrokers() {}

    @SuppressWarnings("resource") // they live as long as the JVM
    static SharedBrokers start(String account) {
        KafkaContainer kafka =
                new KafkaContainer("apache/kafka:4.1.2").withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        kafka.start();
        PostgreSQLContainer postgres = new PostgreSQLContainer("postgres:18")
                .withUsername(account)
                .withPassword(account)
                .withDatabaseName("postgres");
        postgres.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            kafka.stop();
            postgres.stop();
        }));
        return new SharedBrokers(
                kafka.getBootstrapServers(), postgres.getHost() + ":" + postgres.getMappedPort(5432), account, account);
    }
}
