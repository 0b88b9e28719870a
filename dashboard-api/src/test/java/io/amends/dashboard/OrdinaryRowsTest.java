package io.amends.dashboard;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import io.amends.kit.outbox.Outbox;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Version;
import jakarta.transaction.Transactional;
import java.lang.annotation.Annotation;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Where the line runs between entities and plain SQL (docs/decisions/0002-plain-sql.md). */
class OrdinaryRowsTest {
    /** The packages that keep ordinary rows: loaded, changed and saved one at a time. */
    private static final String[] ORDINARY = {
        "io.amends.dashboard.directory", "io.amends.dashboard.keys", "io.amends.dashboard.people"
    };

    private static final ArchRule ONLY_THERE = noClasses()
            .that()
            .resideOutsideOfPackages(ORDINARY)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.persistence..",
                    "jakarta.transaction..",
                    "org.hibernate..",
                    "io.quarkus.hibernate..",
                    "io.quarkus.panache..",
                    "io.quarkus.narayana..");

    // The relay would look for rows that nobody else can see yet.
    private static final ArchRule WAKES_AFTER_THE_COMMIT = noClasses()
            .that(have(describe(
                    "a method that is a transaction",
                    c -> c.isAnnotatedWith(Transactional.class)
                            || c.getMethods().stream().anyMatch(m -> m.isAnnotatedWith(Transactional.class)))))
            .should()
            .callMethod(Outbox.class, "wake");

    /** An entity is its feature's own, and nobody writes over what they have not seen. */
    private static ArchRule kept(Class<? extends Annotation> entity) {
        return classes()
                .that()
                .areAnnotatedWith(entity)
                .should()
                .notBePublic()
                .andShould(ArchCondition.from(describe("have a @Version", c -> c.getAllFields().stream()
                        .anyMatch(f -> f.isAnnotatedWith(Version.class)))));
    }

    @Test
    @DisplayName(
            "entities are in the named packages only, package-private and with a version; the relay is woken after them")
    void holds() {
        JavaClasses ours = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.amends.dashboard");

        assertThat(ours.stream()
                        .filter(c -> c.isAnnotatedWith(Entity.class))
                        .map(JavaClass::getPackageName)
                        .distinct())
                .containsExactlyInAnyOrder(ORDINARY);
        ONLY_THERE.check(ours);
        kept(Entity.class).check(ours);
        WAKES_AFTER_THE_COMMIT.check(ours);
    }

    @Test
    @DisplayName("the rules find what breaks them")
    void canFail() {
        assertThat(breaks(ONLY_THERE, Elsewhere.class)).isTrue();
        assertThat(breaks(WAKES_AFTER_THE_COMMIT, WakesWithin.class)).isTrue();
        assertThat(breaks(kept(LikeAnEntity.class), Unversioned.class)).isTrue();
        assertThat(breaks(kept(LikeAnEntity.class), OpenToAll.class)).isTrue();
        assertThat(breaks(kept(LikeAnEntity.class), Kept.class)).isFalse();
    }

    private static boolean breaks(ArchRule rule, Class<?> guilty) {
        return rule.evaluate(new ClassFileImporter().importClasses(guilty)).hasViolation();
    }

    /** Stands for Entity: what bears that would be an entity of the service in each of its tests. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface LikeAnEntity {}

    record Elsewhere(EntityManager entities) {}

    @LikeAnEntity
    static class Unversioned {}

    @LikeAnEntity
    public static class OpenToAll {
        @Version
        long version;
    }

    @LikeAnEntity
    static class Kept {
        @Version
        long version;
    }

    record WakesWithin(Outbox outbox) {
        @Transactional
        void change() {
            outbox.wake();
        }
    }
}
