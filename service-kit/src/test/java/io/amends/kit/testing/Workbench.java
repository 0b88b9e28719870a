package io.amends.kit.testing;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.amends.contracts.Topics.Topic;
import io.amends.kit.database.Database;
import io.amends.kit.database.Migrations;
import io.amends.kit.database.Schema;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.kafka.KafkaAccess;
import io.amends.kit.produce.EventProducer;
import io.amends.kit.topic.TopicSetup;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.SharedBrokers;
import io.amends.local.testing.WholeTopic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/** Real Kafka and PostgreSQL with the kit's own tables, in a database and on topics of the test's own. */
public final class Workbench implements AutoCloseable {
    public final SharedBrokers brokers;
    public final String database;
    public final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    public final EventProducer producer;
    public final TopicSetup topics;
    public final Admin admin;
    public final Migrations migrations;
    public final Jdbi jdbi;
    private final AgroalDataSource pool;

    public Workbench() {
        this(Brokers.shared(), freshDatabase());
        jdbi.useHandle(
                h -> h.execute("CREATE TABLE effect (n bigint GENERATED ALWAYS AS IDENTITY, key text, body text)"));
    }

    private static String freshDatabase() {
        String name = "kit_" + UUID.randomUUID().toString().replace('-', '_');
        Brokers.shared().freshDatabase(name);
        return name;
    }

    /** In another process: on a test's database, which may be away. */
    public Workbench(SharedBrokers brokers, String database) {
        this.brokers = brokers;
        this.database = database;
        producer = new EventProducer(KafkaAccess.plain(brokers.bootstrap()), "kit-test", Clock.systemUTC());
        topics = new TopicSetup(KafkaAccess.plain(brokers.bootstrap()), 2, (short) 1);
        admin = Admin.create(Map.of("bootstrap.servers", brokers.bootstrap()));
        String url = brokers.jdbcUrl(database);
        migrations = Schema.migrated(Flyway.configure()
                .dataSource(url, brokers.user(), brokers.password())
                .locations("db/kit")
                .load());
        pool = pool(url + "?logServerErrorDetail=false");
        jdbi = Database.quiet(Jdbi.create(pool)).installPlugin(new PostgresPlugin());
    }

    /** As a service has it: a connection for each transaction would take longer than most of them. */
    private AgroalDataSource pool(String url) {
        try {
            return AgroalDataSource.from(
                    new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool.maxSize(10)
                            .connectionFactoryConfiguration(connections -> connections
                                    .jdbcUrl(url)
                                    .principal(new NamePrincipal(brokers.user()))
                                    .credential(new SimplePassword(brokers.password())))
                            .exceptionSorter(new PostgreSQLExceptionSorter())));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public Topic topic() {
        Topic topic = topic("test." + UUID.randomUUID());
        topics.ensure(List.of(topic));
        return topic;
    }

    /** One that a test has made. */
    public static Topic topic(String name) {
        return new Topic(name, 1, 1024 * 1024, false, false);
    }

    public OutboundEvent event(Topic topic, String key, String id, String body) {
        return OutboundEvent.of(topic.name(), key, id, "test", body);
    }

    public List<String> effects() {
        return jdbi.withHandle(h -> h.createQuery("SELECT body FROM effect ORDER BY n")
                .mapTo(String.class)
                .list());
    }

    /** How many records a group is done with. */
    public long committed(String group) {
        try {
            return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().values().stream()
                    .filter(Objects::nonNull)
                    .mapToLong(OffsetAndMetadata::offset)
                    .sum();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All records of a topic as of now. */
    public List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        return WholeTopic.read(brokers.bootstrap(), topic);
    }

    @Override
    public void close() {
        pool.close();
        admin.close();
    }
}
