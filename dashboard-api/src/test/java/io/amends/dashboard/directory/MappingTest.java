package io.amends.dashboard.directory;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.dashboard.testing.Keys;
import io.amends.local.testing.Brokers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.SchemaValidationException;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The entities fit the schema as Flyway has made it; a start does not ask, since the database may be away. */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class MappingTest {
    @Inject
    EntityManagerFactory entities;

    @Inject
    Jdbi jdbi;

    @Test
    @DisplayName("every entity has its table and columns, of the types that it writes")
    void fits() {
        assertThatCode(() -> entities.getSchemaManager().validate()).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("a column that has another name is found")
    void canFail() {
        jdbi.useHandle(h -> h.execute("alter table directory_entry rename column version to another"));
        try {
            assertThatThrownBy(() -> entities.getSchemaManager().validate())
                    .isInstanceOf(SchemaValidationException.class);
        } finally {
            jdbi.useHandle(h -> h.execute("alter table directory_entry rename column another to version"));
        }
    }
}
