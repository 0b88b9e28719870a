package io.amends.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import org.hibernate.annotations.Immutable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Entities are for the rows that people edit one at a time. What decides knows neither them nor their transactions. */
class OrmBoundsTest {
    private static final String VERSIONS = "io.amends.rules.versions";
    private static final String BACKTEST = "io.amends.rules.backtest";
    private static final String STAGE = "io.amends.rules.stage";
    private static final String[] ORM = {
        "jakarta.persistence..",
        "jakarta.transaction..",
        "org.hibernate..",
        "io.quarkus.hibernate..",
        "io.quarkus.panache..",
        "io.quarkus.narayana.."
    };
    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.amends.rules");

    private static ArchRule ormOnlyIn(String... packages) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ORM);
    }

    private static ArchRule ormOutOfReachOf(String feature) {
        return noClasses()
                .that()
                .resideInAPackage(feature)
                .should()
                .transitivelyDependOnClassesThat()
                .resideInAnyPackage(ORM);
    }

    private static ArchRule counted(DescribedPredicate<JavaClass> entities) {
        return classes().that(entities).should(new ArchCondition<>("have a @Version") {
            @Override
            public void check(JavaClass entity, ConditionEvents events) {
                boolean has = entity.getAllFields().stream().anyMatch(field -> field.isAnnotatedWith(Version.class));
                events.add(new SimpleConditionEvent(entity, has, entity.getName()));
            }
        });
    }

    private static DescribedPredicate<JavaClass> entities() {
        return DescribedPredicate.describe("are entities", type -> type.isAnnotatedWith(Entity.class));
    }

    @Test
    @DisplayName("Entities are in two features, and nothing else knows Hibernate, Panache or JTA")
    void bounds() {
        ormOnlyIn(VERSIONS, BACKTEST).check(MODULE);
        classes().that(entities()).should().bePackagePrivate().check(MODULE);
    }

    @Test
    @DisplayName("The way of a response reaches none of them, by no class that it uses")
    void stage() {
        ormOutOfReachOf(STAGE).check(MODULE);
    }

    @Test
    @DisplayName("An entity that changes has a @Version")
    void version() {
        counted(entities()
                        .and(DescribedPredicate.not(DescribedPredicate.describe(
                                "never change", type -> type.isAnnotatedWith(Immutable.class)))))
                .check(MODULE);
    }

    @Test
    @DisplayName("Each rule fails where it is broken, so it checks something")
    void mustFail() {
        assertThatThrownBy(() -> ormOnlyIn(VERSIONS).check(MODULE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(BACKTEST);
        assertThatThrownBy(() -> ormOutOfReachOf("io.amends.rules.archive").check(MODULE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(VERSIONS);
        assertThatThrownBy(() -> counted(entities()).check(MODULE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("RuleVersion");
    }
}
