package io.amends.kit.testing;

import io.amends.contracts.Topics.Topic;
import io.amends.kit.database.Database;
import io.amends.kit.database.Migrations;
import io.amends.kit.database.Schema;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.produce.EventProducer;
import io.amends.kit.topic.TopicSetup;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.SharedBrokers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/** Real Kafka and PostgreSQL with the kit's own tables, and topics of the test's own. */
public final class Workbench {
    public final SharedBrokers brokers = Brokers.shared();
    public final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    public final EventProducer producer = new EventProducer(brokers.bootstrap(), "kit-test", Clock.systemUTC());
    public final TopicSetup topics = new TopicSetup(brokers.bootstrap(), 2, (short) 1);
    public final Admin admin = Admin.create(Map.of("bootstrap.servers", brokers.bootstrap()));
    public final Migrations migrations;
    public final Jdbi jdbi;

    public Workbench(String database) {
        String url = brokers.freshDatabase(database);
        migrations = Schema.migrated(Flyway.configure()
                .dataSource(url, brokers.user(), brokers.password())
                .locations("db/kit")
                .load());
        jdbi = Database.quiet(Jdbi.create(url + "?logServerErrorDetail=false", brokers.user(), brokers.password()))
                .installPlugin(new PostgresPlugin());
        jdbi.useHandle(
                h -> h.execute("CREATE TABLE effect (n bigint GENERATED ALWAYS AS IDENTITY, key text, body text)"));
    }

    public Topic topic() {
        Topic topic = new Topic("test." + UUID.randomUUID(), 1, 1024 * 1024, false, false);
        topics.ensure(List.of(topic));
        return topic;
    }

    public OutboundEvent event(Topic topic, String key, String id, String body) {
        return OutboundEvent.of(topic.name(), key, id, "test", body);
    }

    public List<String> effects() {
        return jdbi.withHandle(h -> h.createQuery("SELECT body FROM effect ORDER BY n")
                .mapTo(String.class)
                .list());
    }

    /** All records of a topic as of now. */
    public List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        try (KafkaConsumer<byte[], byte[]> client = new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers.bootstrap(), "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = client.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            client.assign(partitions);
            client.seekToBeginning(partitions);
            Map<TopicPartition, Long> end = client.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
            while (end.entrySet().stream().anyMatch(e -> client.position(e.getKey()) < e.getValue())) {
                client.poll(Duration.ofMillis(100)).forEach(all::add);
            }
            return all;
        }
    }
}
