package io.amends.ingest.response;

import static io.amends.ingest.response.Fixtures.NOON;
import static io.amends.ingest.response.Fixtures.acme;
import static io.amends.ingest.response.Fixtures.response;
import static io.amends.ingest.response.Fixtures.version;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.ChangeCause;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.EventTypes;
import io.amends.contracts.Json;
import io.amends.contracts.ResponseState;
import io.amends.contracts.SurveyRecorded;
import io.amends.kit.directory.PortalDirectory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LedgerTest {

    @Test
    @DisplayName("A3: a later version updates in place, an older one that comes late is history only")
    void versions() {
        Ledger ledger = ledger();

        assertThat(ledger.submit(version(response("r1").updatedAt(NOON).comment("first"))))
                .isTrue();
        assertThat(ledger.submit(
                        version(response("r1").updatedAt(NOON.plusSeconds(2)).comment("third"))))
                .isTrue();
        assertThat(ledger.submit(
                        version(response("r1").updatedAt(NOON.plusSeconds(1)).comment("second"))))
                .isFalse();

        assertThat(types(ledger)).containsExactly(EventTypes.SURVEY_RECORDED, EventTypes.SURVEY_UPDATED);
        assertThat(held(ledger, "r1").response().comment()).isEqualTo("third");
        assertThat(held(ledger, "r1").version()).isEqualTo(2);
        assertThat(ledger.stale())
                .singleElement()
                .satisfies(v -> assertThat(v.body().comment()).isEqualTo("second"));
    }

    @Test
    @DisplayName("A3: without updatedAt the time of acceptance orders and is stamped in")
    void stamped() {
        SourceVersion version =
                SourceVersion.accepted(response("r1").updatedAt(null).build(), "00", NOON.plusSeconds(9));

        assertThat(version.body().updatedAt()).isEqualTo(NOON.plusSeconds(9));
    }

    @Test
    @DisplayName("A4: a newer response of the ticket within the window replaces the earlier one and says so on both")
    void replaces() {
        Ledger ledger = ledger();

        ledger.submit(version(response("r1")));
        ledger.submit(version(response("r2").submittedAt(NOON.plusSeconds(60))));

        assertThat(types(ledger))
                .containsExactly(EventTypes.SURVEY_RECORDED, EventTypes.SURVEY_RECORDED, EventTypes.SURVEY_REPLACED);
        SurveyRecorded replaced = ledger.changes().get(2).event(ChangeCause.SENT);
        assertThat(replaced.responseId()).isEqualTo("r1");
        assertThat(replaced.state()).isEqualTo(ResponseState.REPLACED);
        assertThat(replaced.replacedBy()).isEqualTo("r2");
        assertThat(replaced.responseVersion()).isEqualTo(2);
        assertThat(held(ledger, "r2").links().replaces()).isEqualTo("r1");
    }

    @Test
    @DisplayName("A4: exactly the window's days apart still replaces, a second more does not")
    void windowEdge() {
        Ledger at = ledger();
        at.submit(version(response("r1").submittedAt(NOON.minus(Duration.ofDays(30)))));
        at.submit(version(response("r2").submittedAt(NOON)));
        Ledger beyond = ledger();
        beyond.submit(version(
                response("r1").submittedAt(NOON.minus(Duration.ofDays(30)).minusSeconds(1))));
        beyond.submit(version(response("r2").submittedAt(NOON)));

        assertThat(held(at, "r1").state()).isEqualTo(ResponseState.REPLACED);
        assertThat(held(beyond, "r1").state()).isEqualTo(ResponseState.RECORDED);
    }

    @Test
    @DisplayName("A4: the answer to a follow-up survey neither replaces nor is replaced")
    void followUps() {
        Ledger ledger = ledger();

        ledger.submit(version(response("r1")));
        ledger.submit(version(response("f1").followUpOf("case-1").submittedAt(NOON.plusSeconds(60))));
        ledger.submit(version(response("r2").submittedAt(NOON.plusSeconds(120))));

        assertThat(held(ledger, "f1").state()).isEqualTo(ResponseState.RECORDED);
        assertThat(held(ledger, "r1").links().replacedBy()).isEqualTo("r2");
    }

    @Test
    @DisplayName("A4: when the newer one moves to another ticket, the earlier one counts again")
    void movesAway() {
        Ledger ledger = ledger();
        ledger.submit(version(response("r1")));
        ledger.submit(version(response("r2").submittedAt(NOON.plusSeconds(60))));

        ledger.submit(version(
                response("r2").ticket("T2").submittedAt(NOON.plusSeconds(60)).updatedAt(NOON.plusSeconds(99))));

        assertThat(held(ledger, "r1").state()).isEqualTo(ResponseState.RECORDED);
        assertThat(held(ledger, "r1").links()).isEqualTo(Replacement.Links.NONE);
        assertThat(held(ledger, "r2").links()).isEqualTo(Replacement.Links.NONE);
    }

    @Test
    @DisplayName("A5: an invalid newest version withdraws what was recorded, and what it replaced counts again")
    void withdrawn() {
        Ledger ledger = ledger();
        ledger.submit(version(response("r1")));
        ledger.submit(version(response("r2").submittedAt(NOON.plusSeconds(60))));

        ledger.submit(version(
                response("r2").group("NOPE").submittedAt(NOON.plusSeconds(60)).updatedAt(NOON.plusSeconds(99))));

        SurveyRecorded event = ledger.changes().get(3).event(ChangeCause.SENT);
        assertThat(event.state()).isEqualTo(ResponseState.QUARANTINED);
        assertThat(event.wasRecorded()).isTrue();
        assertThat(held(ledger, "r1").state()).isEqualTo(ResponseState.RECORDED);
    }

    @Test
    @DisplayName("A6: a quarantined response heals when its group is there, marked as repaired")
    void heals() {
        Ledger before = ledger();
        before.submit(version(response("r1").group("G9")));
        HeldResponse quarantined = held(before, "r1");
        assertThat(quarantined.state()).isEqualTo(ResponseState.QUARANTINED);

        Ledger after = new Ledger(List.of(quarantined), Map.of("acme", acme("{}", "G9")), 8, NOON.plusSeconds(500));
        after.judgeAgain(quarantined.key());

        SurveyRecorded event = after.changes().get(0).event(ChangeCause.SENT);
        assertThat(types(after)).containsExactly(EventTypes.SURVEY_REPAIRED);
        assertThat(event.repaired()).isTrue();
        assertThat(event.recordedAt()).isEqualTo(NOON.plusSeconds(500));
        assertThat(event.directoryOffset()).isEqualTo(8);
    }

    @Test
    @DisplayName("A6: judged again by a directory that does not help, nothing changes but what was seen of it")
    void stillWaiting() {
        Ledger before = ledger();
        before.submit(version(response("r1").group("G9")));

        Ledger after = new Ledger(List.of(held(before, "r1")), Map.of("acme", acme()), 8, NOON);
        after.judgeAgain(new ResponseKey("acme", "r1"));

        assertThat(after.changes()).isEmpty();
        assertThat(after.touched()).singleElement().satisfies(r -> {
            assertThat(r.directoryOffset()).isEqualTo(8);
            assertThat(r.version()).isEqualTo(1);
        });
    }

    @Test
    @DisplayName("A6, A8: what a person corrected stays over later versions from the source")
    void correctionsStay() {
        Ledger ledger = ledger();
        ledger.submit(version(response("r1")));
        ObjectNode toG2 = Json.MAPPER.createObjectNode().put("supportGroup", "G2");

        ledger.correct(held(ledger, "r1"), Corrections.none().and(toG2));
        ledger.submit(version(response("r1").comment("late").updatedAt(NOON.plusSeconds(5))));

        assertThat(types(ledger))
                .containsExactly(EventTypes.SURVEY_RECORDED, EventTypes.SURVEY_REASSIGNED, EventTypes.SURVEY_UPDATED);
        assertThat(ledger.changes().get(1).event(ChangeCause.SENT).previousGroup())
                .isEqualTo("G1");
        assertThat(held(ledger, "r1").response().supportGroup()).isEqualTo("G2");
        assertThat(held(ledger, "r1").response().comment()).isEqualTo("late");
    }

    @Test
    @DisplayName("B4, A6: a NO that comes later stands, whatever a person corrected before")
    void laterNoStands() {
        Ledger ledger = ledger();
        ledger.submit(version(response("r1").choice(ContactChoice.UNANSWERED)));
        ObjectNode yes = Json.MAPPER.createObjectNode().put(Corrections.CONTACT_CHOICE, ContactChoice.YES.name());
        ledger.correct(held(ledger, "r1"), Corrections.none().and(yes));
        assertThat(held(ledger, "r1").response().contactChoice()).isEqualTo(ContactChoice.YES);

        ledger.submit(version(response("r1").choice(ContactChoice.NO).updatedAt(NOON.plusSeconds(5))));

        assertThat(held(ledger, "r1").response().contactChoice()).isEqualTo(ContactChoice.NO);
    }

    static Ledger ledger() {
        PortalDirectory acme = acme();
        return new Ledger(List.of(), Map.of("acme", acme), 7, NOON);
    }

    private static List<String> types(Ledger ledger) {
        return ledger.changes().stream().map(ResponseRevision::type).toList();
    }

    private static HeldResponse held(Ledger ledger, String id) {
        return ledger.find(new ResponseKey("acme", id));
    }
}
