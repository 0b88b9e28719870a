package io.amends.notes.notebook;

import static io.amends.contracts.testing.RequestBuilder.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.CaseView;
import io.amends.contracts.Customer;
import io.amends.contracts.EventTypes;
import io.amends.contracts.OptOut;
import io.amends.contracts.TicketKey;
import io.amends.contracts.Topics;
import io.amends.contracts.testing.RequestBuilder;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.id.Ids;
import io.amends.notes.ServiceTest;
import io.amends.notes.TestPortal;
import io.amends.notes.TestSubscriber.Heard;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Requests without a survey, on a running service (A9). */
@QuarkusTest
@TestProfile(TestPortal.class)
class RequestsServiceTest extends ServiceTest {
    private final String requestId = UUID.randomUUID().toString();

    @Test
    @DisplayName(
            "A9: a request opens its ticket's case with itself as a note; the survey that comes later joins that case")
    void requestFirst() {
        filed(ours());
        List<Heard> heard = heard(2);
        assertThat(types(heard)).containsExactly(EventTypes.CASE_OPENED, EventTypes.CASE_NOTE_ADDED);
        JsonNode note = heard.get(1).data().get("note");
        assertThat(note.get("noteId").textValue()).isEqualTo(requestId);
        assertThat(note.get("author").textValue()).isEqualTo("Robin Desk");
        assertThat(note.at("/request/type").textValue()).isEqualTo("NEGATIVE_REVIEW_RECOVERY");
        CaseView theCase = read(caseId());
        assertThat(theCase.responseId()).isNull();
        assertThat(theCase.owner()).isEqualTo("c-2");
        assertThat(theCase.tags()).containsExactly("service_recovery");

        api().get("/v1/portals/acme/recovery?rgid=EMEA-NET&tid={ticket}", ticket)
                .then()
                .statusCode(200)
                .body("items[0].responseId", nullValue())
                .body("items[0].response", nullValue())
                .body("items[0].caseId", equalTo(caseId()))
                .body("items[0].notes[0].noteId", equalTo(requestId));

        known(unhappy());

        assertThat(types(heard(3))).endsWith(EventTypes.CASE_MOVED);
        assertThat(read(caseId()).responseId()).isEqualTo(response);
        assertThat(heard(3).get(2).data().get("noteCount").intValue()).isEqualTo(1);
        api().get("/v1/portals/acme/responses/{id}/notes", response)
                .then()
                .body("items[0].request.format", equalTo("CALL"));
        api().get("/v1/portals/acme/tickets/chain?ticketId={ticket}", ticket)
                .then()
                .body("valid", equalTo(true));
    }

    @Test
    @DisplayName("A9: a survey opens the case, and the request that comes later is the newest note on it")
    void surveyFirst() {
        assertThat(openCase()).isEqualTo(caseId());
        note("{\"author\":\"Alex\",\"text\":\"Left a voicemail.\"}").statusCode(201);

        filed(ours().filedAt(Instant.now()));

        heard(3);
        api().get("/v1/portals/acme/recovery?rgid=EMEA-NET&tid={ticket}", ticket)
                .then()
                .body("items[0].responseId", equalTo(response))
                .body("items[0].notes[0].noteId", equalTo(requestId));
        assertThat(read(caseId()).responseId()).isEqualTo(response);
    }

    @Test
    @DisplayName("A9, A2: the same request twice, even as another delivery, is one note")
    void twice() {
        filed(ours());
        heard(2);
        filed(ours());
        api().body("{\"author\":\"Alex\",\"text\":\"After it.\"}")
                .post("/v1/cases/{id}/notes", caseId())
                .then()
                .statusCode(201)
                .body("responseId", nullValue());

        assertThat(types(heard(3)))
                .containsExactly(EventTypes.CASE_OPENED, EventTypes.CASE_NOTE_ADDED, EventTypes.CASE_NOTE_ADDED);
    }

    @Test
    @DisplayName(
            "A9, E2: a positive request invites to a survey, unless the customer wants none, by any case of their address")
    void invites() {
        Customer kim = new Customer("c-" + UUID.randomUUID(), "Kim", "Kim@Example.com", null, null, null, null, null);
        filed(ours().positive().customer(kim));
        assertThat(followUp(heard(3)).get("caseId").textValue()).isEqualTo(caseId());
        assertThat(followUp(heard(3)).at("/customer/email").textValue()).isEqualTo("Kim@Example.com");

        String out = "out-" + UUID.randomUUID() + "@example.com";
        optOut(EventTypes.CUSTOMER_OPTED_OUT, out);
        await().atMost(SOON).until(() -> optedOut(out));
        Customer lee = new Customer(null, "Lee", out.toUpperCase(Locale.ROOT), null, null, null, null, null);
        send(List.of(event(request(UUID.randomUUID().toString())
                .ticket(ticket, caseId())
                .positive()
                .customer(lee))));

        List<Heard> all = heard(5);
        JsonNode skipped = all.stream()
                .filter(h -> h.type().equals(EventTypes.FOLLOWUP_SKIPPED))
                .findFirst()
                .orElseThrow()
                .data();
        assertThat(skipped.get("reason").textValue()).isEqualTo("OPTED_OUT");

        optOut(EventTypes.CUSTOMER_OPTED_IN, out);
        await().atMost(SOON).until(() -> !optedOut(out));
    }

    @Test
    @DisplayName("A9, E2: an answered ticket gets no invitation, and says so")
    void answered() {
        openCase();
        filed(ours().positive());
        assertThat(followUp(heard(3)).get("reason").textValue()).isEqualTo("ANSWERED");
    }

    @Test
    @DisplayName("A9, B4: a NO that comes after a request closes its case as refused")
    void refusedLater() {
        filed(ours());
        heard(2);
        known(unhappy().refused());

        CaseView closed = read(caseId());
        assertThat(closed.state()).isEqualTo(CaseView.CaseState.CLOSED);
        assertThat(closed.outcome()).isEqualTo(CaseView.Outcome.CONTACT_REFUSED);
    }

    private RequestBuilder ours() {
        return request(requestId).ticket(ticket, caseId());
    }

    private String caseId() {
        return Ids.ofCase("acme", ticket);
    }

    private void filed(RequestBuilder request) {
        send(List.of(event(request)));
    }

    private static OutboundEvent event(RequestBuilder builder) {
        var request = builder.build();
        return OutboundEvent.of(
                Topics.RECORDED,
                TicketKey.of(request.portal(), request.ticketId(), ""),
                UUID.randomUUID().toString(),
                EventTypes.REQUEST_FILED,
                request);
    }

    private void optOut(String type, String email) {
        send(List.of(OutboundEvent.of(
                Topics.RECORDED,
                "acme",
                UUID.randomUUID().toString(),
                type,
                new OptOut("acme", email, null, null, null, Instant.now()))));
    }

    private boolean optedOut(String email) {
        return jdbi.withHandle(db -> db.createQuery("SELECT count(*) FROM opt_out WHERE email = :email")
                        .bind("email", email)
                        .mapTo(Integer.class)
                        .one())
                > 0;
    }

    private static JsonNode followUp(List<Heard> heard) {
        return heard.stream()
                .filter(h -> h.topic().equals(Topics.FOLLOWUPS))
                .findFirst()
                .orElseThrow()
                .data();
    }
}
