package io.amends.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.amends.contracts.guilty.NeedsMoreThanJackson;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whoever speaks with Amends can use this module without taking on a framework. */
class DependenciesTest {
    private static final ArchRule NOTHING_BUT_JACKSON = classes()
            .that()
            .resideInAPackage("io.amends.contracts..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.amends.contracts..", "java..", "com.fasterxml.jackson..", "org.jspecify..");

    @DisplayName("contracts depends on nothing but Jackson")
    @Test
    void nothingButJackson() {
        NOTHING_BUT_JACKSON.check(new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.amends.contracts"));
    }

    @DisplayName("a class that needs more is reported")
    @Test
    void reported() {
        assertThat(NOTHING_BUT_JACKSON
                        .evaluate(new ClassFileImporter().importClasses(NeedsMoreThanJackson.class))
                        .getFailureReport()
                        .getDetails())
                .isNotEmpty()
                .allMatch(detail -> detail.contains("NeedsMoreThanJackson"));
    }
}
