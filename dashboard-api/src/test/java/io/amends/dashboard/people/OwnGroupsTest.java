package io.amends.dashboard.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.access.Role;
import io.amends.dashboard.signin.StoredPeople;
import io.amends.dashboard.signin.StoredPeople.StoredPerson;
import io.amends.dashboard.testing.Api;
import io.amends.dashboard.testing.Keys;
import io.amends.dashboard.testing.People;
import io.amends.kit.rights.PortalRoles;
import io.amends.local.testing.Brokers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** H1: what a person is in each portal, as it is stored. */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class OwnGroupsTest {
    private final String id = UUID.randomUUID().toString().substring(0, 8);
    private final String portal = "own-" + id;
    private final String other = "owo-" + id;
    private final String login = "lead-" + id;

    @Inject
    StoredPeople people;

    @BeforeEach
    void groups() {
        for (String cpc : List.of(portal, other)) {
            Api.put("/v1/portals/" + cpc, "{\"name\": \"Own\"}");
            group(cpc, "LEADS", "\"supportLead\": \"c-1\"");
            group(cpc, "ALSO", "\"supportLead\": \"c-2\", \"alsoAlerts\": [\"c-3\", \"c-1\"]");
            group(cpc, "MANAGES", "\"manager\": \"c-1\"");
            group(cpc, "NAMED", "\"supportLead\": \"c-2\"");
            group(cpc, "FOREIGN", "\"supportLead\": \"c-11\"");
        }
    }

    @Test
    @DisplayName("H1: own groups are those of the contact, as lead, Also Alert or manager, and those that are named")
    void ofContact() {
        People.put(portal, login, List.of("lead"), List.of("NAMED", "LATER"), "c-1");
        People.put(other, login, List.of("agent"), null, "c-2");

        StoredPerson person = person();
        assertThat(person.portals().get(portal))
                .isEqualTo(PortalRoles.member(
                        Set.of(Role.LEAD), Set.of("LEADS", "ALSO", "MANAGES", "NAMED", "LATER"), "c-1"));
        assertThat(person.portals().get(other))
                .isEqualTo(PortalRoles.member(Set.of(Role.AGENT), Set.of("ALSO", "NAMED"), "c-2"));
        assertThat(person.everywhere()).isEmpty();
        assertThat(person.active()).isTrue();
    }

    @Test
    @DisplayName("H1: without a contact and without named groups nobody has any; what is changed counts at once")
    void none() {
        People.put(portal, login, List.of("lead"), null, null);
        assertThat(own()).isEmpty();
        People.put(portal, login, List.of("lead"), List.of(), "c-1");
        assertThat(own()).containsExactlyInAnyOrder("LEADS", "ALSO", "MANAGES");
        group(portal, "LEADS", "\"supportLead\": \"c-2\"");
        assertThat(own()).containsExactlyInAnyOrder("ALSO", "MANAGES");
    }

    @Test
    @DisplayName("H1: what somebody is over the installation is no portal of theirs")
    void everywhere() {
        People.put("*", login, List.of("admin", "ops"), null, null);

        assertThat(person().portals()).isEmpty();
        assertThat(person().everywhere()).containsExactlyInAnyOrder(Role.ADMIN, Role.OPS);
        assertThat(people.named("nobody-" + id)).isNull();
    }

    private Set<String> own() {
        return person().portals().get(portal).groups();
    }

    private StoredPerson person() {
        StoredPerson person = people.named(login);
        assertThat(person).isNotNull();
        return person;
    }

    private static void group(String cpc, String code, String more) {
        Api.put("/v1/portals/" + cpc + "/groups/" + code, "{\"name\": \"" + code + "\", " + more + "}");
    }
}
