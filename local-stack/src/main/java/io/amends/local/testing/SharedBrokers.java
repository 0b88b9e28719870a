package io.amends.local.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.common.GroupState;

/**
 * The Kafka and PostgreSQL that all tests of one JVM share.
 *
 * @param bootstrap Kafka's address
 * @param postgres host and port of PostgreSQL
 * @param user of PostgreSQL, may create databases
 */
public record SharedBrokers(String bootstrap, String postgres, String user, String password) {
    // Kept as system properties: Quarkus loads test resources anew, in other class loaders, for every test profile.
    private static final String BOOTSTRAP = "amends.test.kafka";
    private static final String POSTGRES = "amends.test.postgres";
    private static final String ACCOUNT = "amends";

    static synchronized SharedBrokers get() {
        if (System.getProperty(BOOTSTRAP) == null) {
            boolean containers = "containers".equals(System.getProperty("amends.test.brokers"));
            SharedBrokers started =
                    containers ? ContainerBrokers.start(ACCOUNT) : EmbeddedBrokers.start(ACCOUNT, ACCOUNT);
            System.setProperty(POSTGRES, started.postgres());
            System.setProperty(BOOTSTRAP, started.bootstrap());
        }
        return new SharedBrokers(System.getProperty(BOOTSTRAP), System.getProperty(POSTGRES), ACCOUNT, ACCOUNT);
    }

    /** The JDBC address of a database, whether it exists or not. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + postgres + "/" + database;
    }

    /** An empty database of that name; what was in it is gone, whoever was connected is cut off. */
    public String freshDatabase(String name) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl("postgres"), user, password);
                Statement sql = connection.createStatement()) {
            sql.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
            sql.execute("CREATE DATABASE " + name);
            return jdbcUrl(name);
        } catch (SQLException e) {
            throw new IllegalStateException("no database " + name, e);
        }
    }

    /** Deletes all topics and the groups without members: as after a first start. */
    public void clearKafka() {
        Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
        try {
            admin.deleteTopics(admin.listTopics().names().get()).all().get();
            admin.deleteConsumerGroups(admin.listGroups().all().get().stream()
                            .filter(group -> group.groupState().equals(java.util.Optional.of(GroupState.EMPTY)))
                            .map(GroupListing::groupId)
                            .collect(Collectors.toSet()))
                    .all()
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka could not be cleared", e);
        } finally {
            admin.close(Duration.ofSeconds(1));
        }
    }

    /** What a service needs to use these, by the keys of its configuration. */
    public Map<String, String> configuration(String database) {
        return Map.of(
                "AMENDS_KAFKA",
                bootstrap,
                "AMENDS_DB_URL",
                jdbcUrl(database),
                "AMENDS_DB_USER",
                user,
                "AMENDS_DB_PASSWORD",
                password,
                "AMENDS_TOPIC_PARTITIONS",
                "4",
                "AMENDS_TOPIC_REPLICATION",
                "1");
    }
}
