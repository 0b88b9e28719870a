package io.amends.local.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Beside {@link Brokers}, for one Quarkus test: the service starts while its database is away. The test has a field of type
 * {@link Forwarder}, and opens it.
 */
public final class PostgresAway implements QuarkusTestResourceLifecycleManager {
    private String database = "away";
    private final Forwarder way = Forwarder.toPostgres(Brokers.shared());

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.getOrDefault("database", database);
    }

    @Override
    public Map<String, String> start() {
        Brokers.shared().freshDatabase(database);
        return Map.of("AMENDS_DB_URL", "jdbc:postgresql://127.0.0.1:" + way.port() + "/" + database);
    }

    /** After Brokers, whose address it takes the place of. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(way, new TestInjector.MatchesType(Forwarder.class));
    }

    @Override
    public void stop() {
        try {
            way.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
