package io.amends.kit.rights;

import static io.amends.kit.rights.Rights.Ruling.NO;
import static io.amends.kit.rights.Rights.Ruling.PROPOSE;
import static io.amends.kit.rights.Rights.Ruling.UNSEEN;
import static io.amends.kit.rights.Rights.Ruling.YES;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.access.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** H1: the table of roles, cell by cell. */
class RightsTest {
    private static final Set<String> OWN = Set.of("EMEA", "APAC");
    private static final Matter MINE = Matter.ofGroup("EMEA");
    private static final Matter OTHERS = Matter.ofGroup("LATAM");

    private static PortalRoles member(Role... roles) {
        return PortalRoles.member(Set.of(roles), OWN, "c-2");
    }

    @ParameterizedTest(name = "H1: {0} of own groups | of another group")
    @DisplayName("H1: what is of a group, for each role: own, then another one")
    @CsvSource({
        // action,         agent,                lead,            admin,     ops,             auditor
        "SEE_RESPONSES,    YES UNSEEN,     YES UNSEEN, YES YES, UNSEEN UNSEEN, YES YES",
        "WRITE_NOTES,      YES UNSEEN,     YES UNSEEN, YES YES, UNSEEN UNSEEN, NO NO",
        "FILE_REQUESTS,    YES UNSEEN,     YES UNSEEN, YES YES, UNSEEN UNSEEN, NO NO",
        "DECIDE_CASES,     PROPOSE UNSEEN, YES UNSEEN, YES YES, UNSEEN UNSEEN, NO NO",
        "SEE_DELIVERIES,   UNSEEN UNSEEN,  YES UNSEEN, YES YES, YES YES,       YES YES",
        "READ_DELIVERIES,  UNSEEN UNSEEN,  YES UNSEEN, YES YES, NO NO,         YES YES",
        "RESEND,           UNSEEN UNSEEN,  YES UNSEEN, YES YES, YES YES,       NO NO",
        "SEE_DIRECTORY,    UNSEEN UNSEEN,  YES UNSEEN, YES YES, UNSEEN UNSEEN, YES YES"
    })
    void ofGroups(Permission action, String agent, String lead, String admin, String ops, String auditor) {
        Map.of(Role.AGENT, agent, Role.LEAD, lead, Role.ADMIN, admin, Role.OPS, ops, Role.AUDITOR, auditor)
                .forEach((role, expected) -> assertThat(
                                Rights.may(member(role), action, MINE) + " " + Rights.may(member(role), action, OTHERS))
                        .as("%s %s", role, action)
                        .isEqualTo(expected));
    }

    @ParameterizedTest(name = "H1: {0} in the portal")
    @DisplayName("H1: what is the portal's, for each role")
    @CsvSource({
        // action,           agent,  lead,   admin, ops,    auditor
        "SEE_RULES,          UNSEEN, YES,    YES,   UNSEEN, YES",
        "DRAFT_RULES,        UNSEEN, YES,    YES,   UNSEEN, NO",
        "PUBLISH_RULES,      UNSEEN, NO,     YES,   UNSEEN, NO",
        "SEE_DIRECTORY,      UNSEEN, YES,    YES,   UNSEEN, YES",
        "CHANGE_DIRECTORY,   UNSEEN, NO,     YES,   UNSEEN, NO",
        "SEE_ADMINISTRATION, UNSEEN, UNSEEN, YES,   UNSEEN, YES",
        "ADMINISTER,         UNSEEN, UNSEEN, YES,   UNSEEN, NO",
        "SEE_DELIVERIES,     YES,    YES,    YES,   YES,    YES",
        "READ_DELIVERIES,    YES,    YES,    YES,   NO,     YES",
        "RUN_DIGESTS,        NO,     NO,     YES,   NO,     NO",
        "SEE_AUDIT,          UNSEEN, UNSEEN, YES,   UNSEEN, YES",
        "SUBMIT_SURVEYS,     NO,     NO,     NO,    UNSEEN, NO",
        "MAKE_PORTALS,       UNSEEN, NO,     NO,    UNSEEN, NO"
    })
    void ofPortal(
            Permission action,
            Rights.Ruling agent,
            Rights.Ruling lead,
            Rights.Ruling admin,
            Rights.Ruling ops,
            Rights.Ruling auditor) {
        Map.of(Role.AGENT, agent, Role.LEAD, lead, Role.ADMIN, admin, Role.OPS, ops, Role.AUDITOR, auditor)
                .forEach((role, expected) -> assertThat(Rights.may(member(role), action, Matter.PORTAL))
                        .as("%s %s", role, action)
                        .isEqualTo(expected));
    }

    @Test
    @DisplayName("H1: an agent sees the digests that were sent to them, a lead also those of which all groups are own")
    void digests() {
        Matter own = Matter.sentTo("c-2", List.of("EMEA", "LATAM"));
        Matter ofOwnGroups = Matter.sentTo("c-9", List.of("EMEA", "APAC"));
        Matter mixed = Matter.sentTo("c-9", List.of("EMEA", "LATAM"));
        Matter ofNone = Matter.sentTo("c-9", List.of());
        Matter toNobody = Matter.sentTo(null, List.of());

        assertThat(List.of(own, ofOwnGroups, mixed, ofNone, toNobody))
                .extracting(digest -> Rights.may(member(Role.AGENT), Permission.READ_DELIVERIES, digest))
                .containsExactly(YES, UNSEEN, UNSEEN, UNSEEN, UNSEEN);
        assertThat(List.of(own, ofOwnGroups, mixed, ofNone, toNobody))
                .extracting(digest -> Rights.may(member(Role.LEAD), Permission.READ_DELIVERIES, digest))
                .containsExactly(YES, YES, UNSEEN, UNSEEN, UNSEEN);
        assertThat(Rights.may(member(Role.ADMIN), Permission.READ_DELIVERIES, toNobody))
                .isEqualTo(YES);
    }

    @Test
    @DisplayName("H1: several roles are as good as the best of them, for each thing")
    void several() {
        PortalRoles both = member(Role.AGENT, Role.AUDITOR);

        assertThat(Rights.may(both, Permission.SEE_RESPONSES, OTHERS)).isEqualTo(YES);
        assertThat(Rights.may(both, Permission.WRITE_NOTES, MINE)).isEqualTo(YES);
        assertThat(Rights.may(both, Permission.WRITE_NOTES, OTHERS)).isEqualTo(NO);
        assertThat(Rights.may(both, Permission.DECIDE_CASES, MINE)).isEqualTo(PROPOSE);
    }

    @ParameterizedTest
    @EnumSource(Permission.class)
    @DisplayName(
            "C6: whoever has a link sees and notes what its report shows, and does nothing else; a stranger nothing")
    void link(Permission action) {
        boolean open = action == Permission.SEE_RESPONSES || action == Permission.WRITE_NOTES;

        PortalRoles link = PortalRoles.link(OWN);

        assertThat(Rights.may(link, action, MINE) == YES).isEqualTo(open);
        assertThat(Rights.may(link, action, OTHERS)).isEqualTo(UNSEEN);
        assertThat(Rights.may(PortalRoles.STRANGER, action, OTHERS)).isEqualTo(UNSEEN);
        assertThat(Rights.may(PortalRoles.STRANGER, action, Matter.PORTAL)).isEqualTo(UNSEEN);
    }

    @Property
    @Label("H1: a list shows what can be opened one by one, for any roles and groups")
    void sightAgrees(@ForAll Set<Role> roles, @ForAll Set<Boolean> groups, @ForAll Permission action) {
        Set<String> own = groups.contains(true) ? OWN : Set.of();
        PortalRoles person = PortalRoles.member(roles, own, null);
        for (String group : List.of("EMEA", "LATAM")) {
            boolean opens = EnumSet.of(YES, PROPOSE).contains(Rights.may(person, action, Matter.ofGroup(group)));
            assertThat(Rights.sight(person, action).shows(group)).isEqualTo(opens);
        }
    }

    @Test
    @DisplayName("H1: whoever may not do something is told who may")
    void whoMay() {
        assertThat(Rights.roles(Permission.DECIDE_CASES)).containsExactly(Role.LEAD, Role.ADMIN);
        assertThat(Rights.roles(Permission.SUBMIT_SURVEYS)).isEmpty();
    }
}
