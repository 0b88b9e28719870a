package io.amends.kit.database;

import io.amends.kit.testing.Found;
import org.flywaydb.core.Flyway;

/** Brings a test's schema up to date as a service does when it starts. */
public final class Schema {
    private Schema() {}

    /** Those migrations, which have run. */
    public static Migrations migrated(Flyway flyway) {
        Migrations migrations = new Migrations(Found.only(flyway));
        migrations.start(null);
        return migrations;
    }
}
