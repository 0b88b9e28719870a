package io.amends.notes;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ws.rs.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rules are plain Java. Only the edges, which are named for what they are, may import a framework. */
class PlainCoreTest {
    private static final String EDGES = ".*(Resource|Table|Consumer|Desk|Metrics|View)(\\$.*)?";
    private static final ArchRule PLAIN = noClasses()
            .that(com.tngtech.archunit.base.DescribedPredicate.describe(
                    "are no edge", (JavaClass c) -> !c.getName().matches(EDGES)))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "io.quarkus..", "org.jdbi..", "org.apache.kafka..", "io.micrometer..");

    @Test
    @DisplayName("the plain core imports no framework")
    void plain() {
        PLAIN.check(new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.amends.notes"));
    }

    @Test
    @DisplayName("the rule sees a class of the core that imports one")
    void theRuleCanFail() {
        assertThat(PLAIN.evaluate(new ClassFileImporter().importClasses(Tempted.class))
                        .hasViolation())
                .isTrue();
    }

    @Path("/nowhere")
    static final class Tempted {}
}
