package io.amends.rules.versions;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.local.testing.Brokers;
import io.amends.local.testing.SharedBrokers;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DraftMigrationTest {
    @Test
    @DisplayName("B7: a draft goes on from its revision, and a portal without one from the last of all that there were")
    void revisions() {
        SharedBrokers brokers = Brokers.shared();
        String url = brokers.freshDatabase("rules_drafts");
        FluentConfiguration flyway = Flyway.configure()
                .dataSource(url, brokers.user(), brokers.password())
                .locations("db/kit", "db/migration");
        flyway.target("70").load().migrate();
        Jdbi jdbi = Jdbi.create(url, brokers.user(), brokers.password());
        jdbi.useHandle(sql -> sql.createScript(
                        """
                        INSERT INTO rule_version (portal, version, rule_set, author, published_at, reason, draft) VALUES
                          ('edits', 1, '{}', 'ada', now(), 'why', 'd3'), ('published', 1, '{}', 'ada', now(), 'why', 'd8'),
                          ('published', 2, '{}', 'ada', now(), 'why', 'v1');
                        INSERT INTO rule_draft (portal, rule_set, revision, author, changed_at) VALUES
                          ('edits', '{}', 5, 'ada', now()), ('new', '{}', 6, 'kim', now());
                        SELECT setval('draft_revision', 8);""")
                .execute());

        flyway.target("latest").load().migrate();

        Map<String, String> drafts = jdbi.withHandle(sql -> sql.createQuery(
                        "SELECT portal, coalesce(author, 'nobody') || ' ' || revision AS draft FROM rule_draft")
                .setMapKeyColumn("portal")
                .setMapValueColumn("draft")
                .collectInto(new org.jdbi.v3.core.generic.GenericType<Map<String, String>>() {}));
        assertThat(drafts)
                .containsOnly(
                        Map.entry("edits", "ada 5"), Map.entry("new", "kim 6"), Map.entry("published", "nobody 8"));
    }
}
