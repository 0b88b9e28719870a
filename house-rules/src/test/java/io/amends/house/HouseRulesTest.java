package io.amends.house;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Each rule finds the class that breaks it, so that a module that obeys it has been looked at. */
class HouseRulesTest {
    private static final House GUILTY = House.of("io.amends.guilty").plain("core");

    @Test
    @DisplayName("a class of the plain core that imports a framework, SQL or an edge is found")
    void plainCore() {
        finds(rules(GUILTY)::plainCore, "KnowsFramework", "KnowsSql", "KnowsEdge");
    }

    @Test
    @DisplayName("a class of the plain core that asks for the time is found")
    void clock() {
        finds(rules(GUILTY)::noClockOfItsOwn, "AsksForTheTime");
    }

    @Test
    @DisplayName("a plain core that is not there is found")
    void missing() {
        finds(rules(House.of("io.amends.guilty").plain("nowhere"))::plainCore, "io.amends.guilty.nowhere");
    }

    @Test
    @DisplayName("a package that an edge knows, and that knows the edge, is found")
    void circle() {
        finds(rules(GUILTY)::noCircle, "io.amends.guilty.core", "io.amends.guilty.edge");
    }

    @Test
    @DisplayName("a class that knows another service is found, unless the module may know it")
    void neighbour() {
        finds(rules(GUILTY)::noOtherService, "KnowsNeighbour");
        assertThatCode(rules(GUILTY.knowing("io.amends.neighbour"))::noOtherService)
                .doesNotThrowAnyException();
    }

    private static HouseRules rules(House house) {
        JavaClasses classes = new ClassFileImporter().importPackages(house.root());
        return new HouseRules(house, classes, classes) {};
    }

    private static void finds(ThrowingCallable rule, String... guilty) {
        assertThatThrownBy(rule).isInstanceOf(AssertionError.class).hasMessageContainingAll(guilty);
    }
}
