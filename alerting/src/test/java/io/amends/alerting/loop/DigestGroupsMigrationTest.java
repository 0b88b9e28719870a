package io.amends.alerting.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.local.testing.Brokers;
import io.amends.local.testing.SharedBrokers;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DigestGroupsMigrationTest {
    @Test
    @DisplayName("H1: a digest of before has the groups of the cases that it lists")
    void olderDigests() {
        SharedBrokers brokers = Brokers.shared();
        String url = brokers.freshDatabase("digest_groups");
        FluentConfiguration flyway = Flyway.configure()
                .dataSource(url, brokers.user(), brokers.password())
                .locations("db/kit", "db/migration");
        flyway.target("1").load().migrate();
        Jdbi jdbi = Jdbi.create(url, brokers.user(), brokers.password());
        jdbi.useHandle(
                sql -> sql.execute(
                        """
                INSERT INTO digest (id, portal, contact_id, period_from, period_to, built_at, responses, content)
                VALUES (gen_random_uuid(), 'p', 'c', now(), now(), now(), 3, convert_to(
                '{"items":[{"decision":{"supportGroup":"NET"}},{"decision":{"supportGroup":"APAC"}},'
                || '{"decision":{"supportGroup":"NET"}}]}', 'UTF8'))"""));

        flyway.target("latest").load().migrate();

        Set<String> groups = jdbi.withHandle(sql -> sql.createQuery("SELECT unnest(support_groups) FROM digest")
                .mapTo(String.class)
                .set());
        assertThat(groups).containsExactlyInAnyOrder("NET", "APAC");
    }
}
