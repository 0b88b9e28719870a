package io.amends.system;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

/** What holds for all modules: a service depends on contracts and service-kit, never on another service. */
class ModuleRulesTest {
    private static final List<String> SERVICES =
            List.of("survey-ingest", "recovery-rules", "alerting", "notes-service", "dashboard-api");
    private static final ArchRule APART = slices().matching("io.amends.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(alwaysTrue(), resideInAnyPackage("io.amends.contracts..", "io.amends.kit.."));

    // Without a limit, the close of an admin client whose connection was lost at the wrong moment waits for ever.
    private static final ArchRule ADMIN_CLIENTS_CLOSE_IN_TIME =
            noClasses().should().callMethod(Admin.class, "close");

    @Test
    void noServiceKnowsAnother() {
        JavaClasses classes = classesOf(SERVICES);
        assertThat(classes.size()).isGreaterThan(100);
        APART.check(classes);
    }

    @Test
    void everyAdminClientClosesWithALimit() {
        List<String> modules = new ArrayList<>(SERVICES);
        modules.add("service-kit");
        modules.add("local-stack");
        ADMIN_CLIENTS_CLOSE_IN_TIME.check(classesOf(modules));
    }

    @Test
    void theRuleFindsAnAdminClientThatMayNeverClose() {
        JavaClasses guilty = new ClassFileImporter().importClasses(MayNeverClose.class);
        assertThatThrownBy(() -> ADMIN_CLIENTS_CLOSE_IN_TIME.check(guilty)).isInstanceOf(AssertionError.class);
    }

    @Test
    void theRuleFindsAServiceThatKnowsAnother() {
        JavaClasses guilty =
                new ClassFileImporter().importClasses(io.amends.first.Guilty.class, io.amends.second.Innocent.class);
        assertThatThrownBy(() -> APART.check(guilty)).isInstanceOf(AssertionError.class);
    }

    private static JavaClasses classesOf(List<String> modules) {
        return new ClassFileImporter()
                .importPaths(modules.stream()
                        .map(module -> Path.of("..", module, "target", "classes"))
                        .toList());
    }

    /** Breaks the rule on purpose, so that the rule is seen to find it. */
    static final class MayNeverClose {
        private MayNeverClose() {}

        static int ask() {
            try (Admin admin = Admin.create(Map.of())) {
                return admin.metrics().size();
            }
        }
    }
}
