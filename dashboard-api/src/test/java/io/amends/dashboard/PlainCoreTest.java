package io.amends.dashboard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PlainCoreTest {
    private static final String[] PLAIN = {
        "io.amends.dashboard.directory.rules..",
        "io.amends.dashboard.responses.report..",
        "io.amends.dashboard.recovery.dialog..",
        "io.amends.dashboard.signin.policy..",
        "io.amends.dashboard.studio.builder..",
        "io.amends.dashboard.studio.figures..",
        "io.amends.dashboard.page.words.."
    };
    private static final ArchRule NO_FRAMEWORK = noClasses()
            .that()
            .resideInAnyPackage(PLAIN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta..", "io.quarkus..", "org.jdbi..", "org.apache.kafka..", "io.vertx..", "java.sql..");

    @Test
    @DisplayName("the plain core imports no framework")
    void plainCore() {
        JavaClasses ours = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.amends.dashboard");
        for (String plain : PLAIN) {
            assertThat(ours.that(com.tngtech.archunit.base.DescribedPredicate.describe(
                            plain, c -> c.getPackageName().equals(plain.replace("..", "")))))
                    .as(plain)
                    .isNotEmpty();
        }
        NO_FRAMEWORK.check(ours);
    }

    @Test
    @DisplayName("the rule finds one that does")
    void canFail() {
        JavaClasses guilty = new ClassFileImporter().importClasses(io.amends.dashboard.page.words.Guilty.class);
        assertThat(NO_FRAMEWORK.evaluate(guilty).hasViolation()).isTrue();
    }
}
