package io.amends.alerting;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PurityTest {
    private static final String[] FRAMEWORKS = {
        "jakarta..",
        "io.quarkus..",
        "io.micrometer..",
        "org.jdbi..",
        "org.apache.kafka..",
        "com.openhtmltopdf..",
        "java.sql.."
    };

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.amends.alerting");

    @Test
    @DisplayName("The rules of period, digest and report import no framework, and know nothing of the edges")
    void pure() {
        rule("period", "digest", "report").check(classes);
        noClasses()
                .that()
                .resideInAnyPackage("..alerting.period..", "..alerting.digest..", "..alerting.report..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..alerting.building..",
                        "..alerting.candidate..",
                        "..alerting.delivery..",
                        "..alerting.rendering..")
                .check(classes);
    }

    @Test
    @DisplayName("The same rule fails for an edge, so it can fail")
    void canFail() {
        assertThat(classes.size()).isGreaterThan(30);
        assertThatThrownBy(() -> rule("delivery").check(classes)).isInstanceOf(AssertionError.class);
    }

    private static ArchRule rule(String... features) {
        String[] packages = new String[features.length];
        for (int i = 0; i < features.length; i++) {
            packages[i] = "io.amends.alerting." + features[i] + "..";
        }
        return noClasses()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FRAMEWORKS);
    }
}
