package io.amends.system;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A service depends on contracts and service-kit, never on another service. */
class ModuleRulesTest {
    private static final List<String> SERVICES =
            List.of("survey-ingest", "recovery-rules", "alerting", "notes-service", "dashboard-api");
    private static final ArchRule APART = slices().matching("io.amends.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(alwaysTrue(), resideInAnyPackage("io.amends.contracts..", "io.amends.kit.."));

    @Test
    void noServiceKnowsAnother() {
        JavaClasses classes = new ClassFileImporter()
                .importPaths(SERVICES.stream()
                        .map(service -> Path.of("..", service, "target", "classes"))
                        .toList());
        assertThat(classes.size()).isGreaterThan(100);
        APART.check(classes);
    }

    @Test
    void theRuleFindsAServiceThatKnowsAnother() {
        JavaClasses guilty =
                new ClassFileImporter().importClasses(io.amends.first.Guilty.class, io.amends.second.Innocent.class);
        assertThatThrownBy(() -> APART.check(guilty)).isInstanceOf(AssertionError.class);
    }
}
