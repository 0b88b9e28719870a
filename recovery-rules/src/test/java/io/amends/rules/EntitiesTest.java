package io.amends.rules;

import io.amends.local.testing.Brokers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "recovery_rules"),
        restrictToAnnotatedClass = false)
class EntitiesTest {
    @Inject
    EntityManagerFactory entities;

    @Test
    @DisplayName("The entities fit the tables that the migrations make")
    void schema() throws Exception {
        entities.getSchemaManager().validate();
    }
}
