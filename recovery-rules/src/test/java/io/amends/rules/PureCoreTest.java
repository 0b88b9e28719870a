package io.amends.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The decisions and the rule language are plain Java: no framework, database or broker. */
class PureCoreTest {
    private static final String[] PURE = {
        "io.amends.rules.decision",
        "io.amends.rules.events",
        "io.amends.rules.language",
        "io.amends.rules.matching",
        "io.amends.rules.words",
        "io.amends.rules.backtest.tally"
    };
    private static final String[] FRAMEWORKS = {
        "jakarta..",
        "io.quarkus..",
        "io.smallrye..",
        "io.micrometer..",
        "org.eclipse.microprofile..",
        "org.hibernate..",
        "org.jdbi..",
        "java.sql..",
        "org.apache.kafka.."
    };
    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.amends.rules");

    private static ArchRule importNoFramework(String... packages) {
        return noClasses()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FRAMEWORKS);
    }

    @Test
    @DisplayName("The pure packages import no framework")
    void pure() {
        for (String name : PURE) {
            assertThat(MODULE.stream().anyMatch(c -> c.getPackageName().equals(name)))
                    .as(name)
                    .isTrue();
        }
        importNoFramework(PURE).check(MODULE);
    }

    @Test
    @DisplayName("The rule fails where a package does import one, so it checks something")
    void mustFail() {
        assertThatThrownBy(() -> importNoFramework("io.amends.rules.stage").check(MODULE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("io.amends.rules.stage");
    }
}
