package io.amends.local.postgres;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a PostgreSQL is started with.
 *
 * @param data its data; made when absent
 * @param binaries where the server's programs are unpacked to once; null for a folder shared by all tests
 * @param port on loopback; 0 takes a free one
 * @param password of the user {@code amends}
 * @param databases made when absent, owned by {@code amends}
 * @param durable whether a commit is on disk when acknowledged; only tests may say no
 */
public record PostgresSettings(
        Path data, @Nullable Path binaries, int port, String password, List<String> databases, boolean durable) {
    /** One database per service, since each has its own migrations. */
    public static final List<String> SERVICE_DATABASES =
            List.of("survey_ingest", "recovery_rules", "alerting", "notes", "dashboard");

    public static final String USER = "amends";
}
