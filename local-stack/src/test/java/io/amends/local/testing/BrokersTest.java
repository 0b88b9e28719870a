package io.amends.local.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BrokersTest {
    private final SharedBrokers brokers = Brokers.shared();

    @Test
    @DisplayName("a record that Kafka acknowledged is read back by a group")
    void roundTrip() throws Exception {
        Map<String, Object> address = Map.of("bootstrap.servers", brokers.bootstrap());
        try (Admin admin = Admin.create(address)) {
            admin.createTopics(List.of(new NewTopic("round-trip", 4, (short) 1)))
                    .all()
                    .get();
        }
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(address, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("round-trip", "acme:T-1", "grüße"))
                    .get();
        }
        Map<String, Object> group = Map.of(
                "bootstrap.servers", brokers.bootstrap(), "group.id", "round-trip", "auto.offset.reset", "earliest");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(group, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("round-trip"));
            var records = consumer.poll(Duration.ofSeconds(20));
            assertThat(records).extracting(record -> record.value()).containsExactly("grüße");
        }
    }

    @Test
    @DisplayName("G1: Kafka sends clients to the number it listens on, not to a name that is ::1 for some")
    void advertised() throws Exception {
        assertThat(brokers.bootstrap()).startsWith("127.0.0.1:");
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", brokers.bootstrap().replace("127.0.0.1", "localhost")))) {
            assertThat(admin.describeCluster().nodes().get())
                    .extracting(node -> node.host() + ":" + node.port())
                    .containsExactly(brokers.bootstrap());
        }
    }

    @Test
    @DisplayName("each start gives an empty database and a Kafka without topics")
    void freshStart() throws Exception {
        Brokers resource = new Brokers();
        resource.init(Map.of("database", "fresh"));
        Map<String, String> settings = resource.start();
        try (Connection connection = connect(settings);
                Statement sql = connection.createStatement()) {
            sql.execute("CREATE TABLE kept (id int)");
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers.bootstrap()))) {
            admin.createTopics(List.of(new NewTopic("left-over", 1, (short) 1)))
                    .all()
                    .get();

            resource.start();

            assertThat(admin.listTopics().names().get()).isEmpty();
        }
        try (Connection connection = connect(settings);
                Statement sql = connection.createStatement()) {
            assertThatThrownBy(() -> sql.execute("SELECT * FROM kept")).isInstanceOf(SQLException.class);
        }
    }

    @Test
    @DisplayName("text keeps every script in PostgreSQL")
    void unicode() throws Exception {
        brokers.freshDatabase("scripts");
        try (Connection connection =
                        DriverManager.getConnection(brokers.jdbcUrl("scripts"), brokers.user(), brokers.password());
                Statement sql = connection.createStatement();
                var rows = sql.executeQuery("SELECT octet_length('日本語 עברית 🙂')")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo("日本語 עברית 🙂".getBytes(StandardCharsets.UTF_8).length);
        }
    }

    private static Connection connect(Map<String, String> settings) throws SQLException {
        return DriverManager.getConnection(
                settings.get("AMENDS_DB_URL"), settings.get("AMENDS_DB_USER"), settings.get("AMENDS_DB_PASSWORD"));
    }
}
