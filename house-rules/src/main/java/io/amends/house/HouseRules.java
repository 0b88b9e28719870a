package io.amends.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What holds in every module. The test of a module extends this class and names its {@link House}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class HouseRules {
    private static final String CONTRACTS = "io.amends.contracts..";
    private static final String KIT = "io.amends.kit..";
    private static final String MESSAGES = "io.amends.messages..";
    /** An interface of sentences is plain but for its annotations. */
    private static final String MESSAGE_ANNOTATIONS = "io.quarkus.qute.i18n..";

    private final House house;
    private final JavaClasses product;
    private final JavaClasses all;

    protected HouseRules(House house) {
        this(
                house,
                read(house, new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)),
                read(house, new ClassFileImporter()));
    }

    private static JavaClasses read(House house, ClassFileImporter importer) {
        return ArchConfiguration.withThreadLocalScope(configuration -> {
            // Of a library no rule asks more than its name, and there is a broker among them.
            configuration.setResolveMissingDependenciesFromClassPath(false);
            return importer.importPackages(house.root());
        });
    }

    HouseRules(House house, JavaClasses product, JavaClasses all) {
        this.house = house;
        this.product = product;
        this.all = all;
    }

    @Test
    @DisplayName("the plain core knows Java, Jackson and itself: no framework, no SQL, and no edge of its module")
    public final void plainCore() {
        for (String name : house.plain()) {
            assertFalse(product.that(resideInAPackage(name)).isEmpty(), () -> "there is no package " + name);
            classes()
                    .that()
                    .resideInAPackage(name)
                    .should()
                    .onlyDependOnClassesThat(resideInAnyPackage(house.plainAnd(
                                    "java..",
                                    "com.fasterxml.jackson..",
                                    "org.jspecify..",
                                    MESSAGE_ANNOTATIONS,
                                    CONTRACTS,
                                    KIT))
                            .and(resideOutsideOfPackages("java.sql..")))
                    .check(product);
        }
    }

    @Test
    @DisplayName("the plain core is given the time and ids, and asks nobody for them")
    public final void noClockOfItsOwn() {
        for (String name : house.plain()) {
            noClasses()
                    .that()
                    .resideInAPackage(name)
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(LocalDate.class, "now")
                    .orShould()
                    .callMethod(ZonedDateTime.class, "now")
                    .orShould()
                    .callMethod(OffsetDateTime.class, "now")
                    .orShould()
                    .callMethod(Clock.class, "systemUTC")
                    .orShould()
                    .callMethod(Clock.class, "systemDefaultZone")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .callMethod(UUID.class, "randomUUID")
                    .check(product);
        }
    }

    @Test
    @DisplayName("a package knows those below it, and none in a circle")
    public final void noCircle() {
        slices().assignedFrom(new ByPackage()).should().beFreeOfCycles().check(product);
    }

    @Test
    @DisplayName("contracts, service-kit and messages are known, and no other service is, in tests neither")
    public final void noOtherService() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("io.amends..")
                        .and(resideOutsideOfPackages(
                                house.ownAnd(CONTRACTS, KIT, MESSAGES, "io.amends.local..", "io.amends.house.."))))
                .check(all);
    }

    /** Every package is a slice of its own, whatever it is in. */
    private static final class ByPackage implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
