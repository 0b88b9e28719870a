package io.amends.language;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.amends.language.guilty.NeedsMoreThanJackson;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The rule language is plain Java: two services share it, and neither's framework may come with it. */
class PureCoreTest {
    private static final ArchRule CONTRACTS_AND_JACKSON = classes()
            .that()
            .resideInAPackage("io.amends.language..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.amends.language..",
                    "io.amends.contracts..",
                    "java..",
                    "com.fasterxml.jackson..",
                    "org.jspecify..");

    @Test
    @DisplayName("The rule language depends on nothing but contracts and Jackson")
    void pure() {
        CONTRACTS_AND_JACKSON.check(new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.amends.language"));
    }

    @Test
    @DisplayName("A class that needs more is reported, so the rule checks something")
    void mustFail() {
        assertThat(CONTRACTS_AND_JACKSON
                        .evaluate(new ClassFileImporter().importClasses(NeedsMoreThanJackson.class))
                        .hasViolation())
                .isTrue();
    }
}
