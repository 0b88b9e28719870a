package io.amends.local.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Real Kafka and PostgreSQL for tests, started once per test JVM and ended with it. For a Quarkus test:
 * {@code @QuarkusTestResource(value = Brokers.class, initArgs = @ResourceArg(name = "database", value = "alerting"))};
 * each start then finds an empty database of that name and a Kafka without topics or groups. For plain JUnit:
 * {@link #shared()}. With the system property {@code amends.test.brokers=containers} both are container images.
 */
public final class Brokers implements QuarkusTestResourceLifecycleManager {
    private String database = "test";

    /** The brokers of this JVM, started by the first call. */
    public static SharedBrokers shared() {
        return SharedBrokers.get();
    }

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.getOrDefault("database", database);
    }

    @Override
    public Map<String, String> start() {
        SharedBrokers brokers = shared();
        brokers.clearKafka();
        brokers.freshDatabase(database);
        return brokers.configuration(database);
    }

    @Override
    public void stop() {
        // Shared by the tests that follow; they end with the JVM.
    }
}
