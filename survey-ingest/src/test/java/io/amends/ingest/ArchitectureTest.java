package io.amends.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String[] FRAMEWORKS = {
        "jakarta..",
        "javax.sql..",
        "java.sql..",
        "io.quarkus..",
        "org.jdbi..",
        "org.apache.kafka..",
        "io.micrometer..",
        "org.eclipse.microprofile.."
    };

    @Test
    @DisplayName("the plain core imports no framework")
    void plainCore() {
        JavaClasses core = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.amends.ingest.response", "io.amends.ingest.submission");

        assertThat(core).hasSizeGreaterThan(10);
        rule().check(core);
    }

    @Test
    @DisplayName("a class that does is found out")
    void mustFail() {
        JavaClasses guilty = new ClassFileImporter().importClasses(io.amends.ingest.recorder.RecorderStep.class);

        assertThat(rule().evaluate(guilty).hasViolation()).isTrue();
    }

    @Test
    @DisplayName("no other service is used")
    void ownHouse() {
        JavaClasses all = new ClassFileImporter().importPackages("io.amends.ingest");

        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.amends.rules..", "io.amends.alerting..", "io.amends.notes..", "io.amends.dashboard..")
                .check(all);
    }

    private static ArchRule rule() {
        return noClasses().should().dependOnClassesThat().resideInAnyPackage(FRAMEWORKS);
    }
}
