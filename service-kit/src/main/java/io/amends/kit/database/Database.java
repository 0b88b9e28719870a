package io.amends.kit.database;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.postgres.PostgresPlugin;

/** JDBI over the service's own database: plain SQL, explicit transactions. */
public class Database {

    @Produces
    @Singleton
    Jdbi jdbi(DataSource dataSource) {
        return quiet(Jdbi.create(dataSource)).installPlugin(new PostgresPlugin());
    }

    /** Keeps statements and what is bound to them out of errors: that is what customers wrote. */
    public static Jdbi quiet(Jdbi jdbi) {
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        return jdbi;
    }
}
