package io.amends.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The running Amends that is measured.
 *
 * @param key a plain API key
 * @param database JDBC address of survey-ingest's database
 */
record Target(
        String ingest,
        String rules,
        String dashboard,
        String key,
        String kafka,
        String database,
        String user,
        String password) {

    /**
     * What {@code ./amends up} runs; the environment comes before {@code .amends/credentials.env} and the default ports.
     *
     * @throws IllegalStateException if there is no API key
     */
    static Target of(Map<String, String> environment, Path root) throws IOException {
        Map<String, String> known = new HashMap<>();
        Path credentials = root.resolve(".amends/credentials.env");
        if (Files.exists(credentials)) {
            for (String line : Files.readAllLines(credentials)) {
                int equals = line.indexOf('=');
                if (equals > 0 && !line.startsWith("#")) {
                    known.put(line.substring(0, equals), line.substring(equals + 1));
                }
            }
        }
        known.putAll(environment);
        String key = known.get("AMENDS_API_KEY");
        if (key == null) {
            throw new IllegalStateException("no API key: start Amends with ./amends up, or set AMENDS_API_KEY");
        }
        return new Target(
                "http://localhost:" + known.getOrDefault("AMENDS_INGEST_PORT", "8081"),
                "http://localhost:" + known.getOrDefault("AMENDS_RULES_PORT", "8082"),
                "http://localhost:" + known.getOrDefault("AMENDS_DASHBOARD_PORT", "8080"),
                key,
                "127.0.0.1:" + known.getOrDefault("AMENDS_KAFKA_PORT", "9092"),
                "jdbc:postgresql://localhost:" + known.getOrDefault("AMENDS_POSTGRES_PORT", "5433")
                        + "/survey_ingest?reWriteBatchedInserts=true&ApplicationName=benchmarks",
                known.getOrDefault("AMENDS_DB_USER", "amends"),
                known.getOrDefault("AMENDS_DB_PASSWORD", "amends"));
    }
}
