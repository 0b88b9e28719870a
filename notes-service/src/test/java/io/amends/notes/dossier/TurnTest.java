package io.amends.notes.dossier;

import static io.amends.contracts.testing.DirectoryEntries.calendar;
import static io.amends.contracts.testing.DirectoryEntries.group;
import static io.amends.contracts.testing.RequestBuilder.request;
import static io.amends.notes.Decisions.decision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.contracts.CaseChanged;
import io.amends.contracts.CaseView.CaseState;
import io.amends.contracts.CaseView.Outcome;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.FollowUp;
import io.amends.contracts.NoteView;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.RequestFiled;
import io.amends.contracts.directory.Group;
import io.amends.contracts.directory.Region;
import io.amends.contracts.testing.DecisionBuilder;
import io.amends.contracts.testing.RequestBuilder;
import io.amends.notes.cases.Case;
import io.amends.notes.cases.CaseClosing;
import io.amends.notes.cases.CaseLife.ContactForbidden;
import io.amends.notes.portal.PortalFacts;
import io.amends.notes.ticket.TicketId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TurnTest {
    private static final Instant NOW = Instant.parse("2026-11-17T10:00:00Z");
    private static final CaseClosing RESOLVED = new CaseClosing(Outcome.RESOLVED, "training", null, null);
    private static final Map<String, Group> GROUPS =
            Map.of("EMEA-NET", group("Network", "c-2"), "EMEA-DB", group("Databases", "c-7"));
    private PortalFacts facts = DeskFacts.of(GROUPS);
    private Dossier dossier = Dossier.empty(new TicketId("acme", "T-1"));
    private List<CaseEvent> events = List.of();

    @Test
    @DisplayName("D7: a candidate opens a case owned by the Support Lead, with the decision's tags")
    void candidateOpens() {
        arrive(decision());

        assertThat(theCase().view())
                .extracting("state", "owner", "supportGroup", "tags", "dueAt")
                .containsExactly(
                        CaseState.OPEN,
                        "c-2",
                        "EMEA-NET",
                        List.of("service_recovery"),
                        Instant.parse("2026-11-18T16:00:00Z"));
        assertThat(types()).containsExactly("amends.case.opened");
    }

    @Test
    @DisplayName("B3: unhappy with NO opens no case; happy without a wish opens none; history opens none (C2)")
    void noCase() {
        arrive(decision().refused());
        arrive(decision().response("r-2").ticket("T-1").happy());
        arrive(decision().response("r-3").history());

        assertThat(dossier.recoveryCase()).isNull();
        assertThat(events).isEmpty();
    }

    @Test
    @DisplayName("D7: happy and asking to be contacted opens a case that is due the same working day")
    void opportunityOpens() {
        arrive(decision().happy().choice(ContactChoice.YES));

        assertThat(theCase().dueAt()).isEqualTo("2026-11-16T16:00:00Z");
        assertThat(theCase().mood().satisfiedNow()).isFalse();
    }

    @Test
    @DisplayName("D7: a case is due by the calendar and in the zone of its group's region")
    void dueByTheCalendar() {
        Region tokyo = new Region("Tokyo", ZoneId.of("Asia/Tokyo"), "c1", null);
        facts = DeskFacts.of(GROUPS, Map.of("EMEA", tokyo), Map.of("c1", calendar("'holidays':['2026-11-17']")));

        arrive(decision());

        // 18:00 of a Monday in Tokyo counts as the next business day, which is Wednesday.
        assertThat(theCase().dueAt()).isEqualTo("2026-11-20T08:00:00Z");
    }

    @Test
    @DisplayName("D7: a case of a group that never works has no due time, and gets one when it does")
    void neverDue() {
        Region asleep = new Region("Asleep", null, "c1", null);
        facts = DeskFacts.of(GROUPS, Map.of("EMEA", asleep), Map.of("c1", calendar("'hours':{}")));
        arrive(decision());
        assertThat(theCase().dueAt()).isNull();
        arrive(decision().version(2).choice(ContactChoice.YES));
        assertThat(theCase().dueAt()).isNull();

        facts = DeskFacts.of(GROUPS);
        arrive(decision().version(3).choice(ContactChoice.YES));
        assertThat(theCase().dueAt()).isEqualTo("2026-11-16T16:00:00Z");

        facts = DeskFacts.of(GROUPS, Map.of("EMEA", asleep), Map.of("c1", calendar("'hours':{}")));
        arrive(decision().version(4).choice(ContactChoice.YES));
        assertThat(theCase().dueAt()).isEqualTo("2026-11-16T16:00:00Z");
    }

    @Test
    @DisplayName("A4: a happy replacement leaves the case open, marked satisfied, and tells where it is now")
    void happyReplacement() {
        arrive(decision());
        replace(decision().response("r-2").happy());

        assertThat(theCase().view())
                .extracting("state", "satisfiedNow", "responseId")
                .containsExactly(CaseState.OPEN, true, "r-2");
        assertThat(types()).containsExactly("amends.case.moved");
    }

    @Test
    @DisplayName("A4: a replacement that says NO closes the case as CONTACT_REFUSED and skips the follow-up (E2)")
    void refusingReplacement() {
        arrive(decision());
        replace(decision().response("r-2").refused());

        assertThat(theCase().view())
                .extracting("state", "outcome")
                .containsExactly(CaseState.CLOSED, Outcome.CONTACT_REFUSED);
        assertThat(types()).containsExactly("amends.case.closed", "amends.followup.skipped");
        assertThat(followUp().reason()).isEqualTo(FollowUp.SkipReason.CONTACT_REFUSED);
    }

    @Test
    @DisplayName("A5, A6: what is withdrawn leaves the case open where it is, and repaired it goes on from there")
    void withdrawn() {
        arrive(decision());
        arrive(decision().version(2).group("NOSUCH").ticket("").happy().withdrawn());

        assertThat(dossier.newest()).isNull();
        assertThat(theCase().view())
                .extracting("state", "supportGroup", "owner", "satisfiedNow")
                .containsExactly(CaseState.OPEN, "EMEA-NET", "c-2", false);
        assertThat(types()).isEmpty();

        arrive(decision().version(3).group("EMEA-DB"));
        assertThat(theCase().view())
                .extracting("state", "supportGroup", "owner")
                .containsExactly(CaseState.OPEN, "EMEA-DB", "c-7");
    }

    @Test
    @DisplayName(
            "A3, A5: repaired after its case was closed, the same answer does not open it again; it can be closed meanwhile")
    void withdrawnAndClosed() {
        arrive(decision());
        arrive(decision().version(2).withdrawn());
        close(RESOLVED);
        arrive(decision().version(3));

        assertThat(theCase().course().state()).isEqualTo(CaseState.CLOSED);
    }

    @Test
    @DisplayName(
            "A4, A5: where the answer that replaced another is withdrawn, the other stands again, and opens nothing anew")
    void replacementWithdrawn() {
        arrive(decision());
        replace(decision().response("r-2").received("2026-11-17T09:00:00Z"));
        close(RESOLVED);
        arrive(decision()
                .response("r-2")
                .version(2)
                .received("2026-11-17T09:00:00Z")
                .withdrawn());
        arrive(decision().version(10));

        assertThat(dossier.newest().responseId()).isEqualTo("r-1");
        assertThat(dossier.standingFor("r-2").orElseThrow().responseId()).isEqualTo("r-1");
        assertThat(theCase().course().state()).isEqualTo(CaseState.CLOSED);
    }

    @Test
    @DisplayName("B4: a NO in a version that is not valid closes the case too")
    void withdrawnWithNo() {
        arrive(decision());
        arrive(decision().version(2).group("NOSUCH").refused().withdrawn());

        assertThat(theCase().view())
                .extracting("state", "outcome", "supportGroup")
                .containsExactly(CaseState.CLOSED, Outcome.CONTACT_REFUSED, "EMEA-NET");
        assertThat(dossier.response("r-1").orElseThrow().onContact().contact())
                .isEqualTo(RecoveryDecided.Contact.FORBIDDEN);
    }

    @Test
    @DisplayName("A4: a replacement that is a candidate reopens the closed case, the same one")
    void candidateReplacementReopens() {
        arrive(decision());
        String caseId = theCase().caseId();
        close(RESOLVED);
        replace(decision().response("r-2").received("2026-11-17T09:00:00Z"));

        assertThat(theCase().view())
                .extracting("caseId", "state", "outcome", "responseId")
                .containsExactly(caseId, CaseState.OPEN, null, "r-2");
        assertThat(types()).containsExactly("amends.case.reopened");
    }

    @Test
    @DisplayName("A3: a late comment on a closed case does not reopen it")
    void updateDoesNotReopen() {
        arrive(decision());
        close(RESOLVED);
        arrive(decision().version(2));

        assertThat(theCase().closed()).isTrue();
        assertThat(events).isEmpty();
    }

    @Test
    @DisplayName("A3: a NO corrected to a YES reopens what the NO closed")
    void correctedNoReopens() {
        arrive(decision());
        arrive(decision().version(2).refused());
        arrive(decision().version(3).choice(ContactChoice.YES));

        assertThat(theCase().closed()).isFalse();
    }

    @Test
    @DisplayName("A4: a follow-up answer that is unhappy again reopens the case first in line")
    void unhappyFollowUp() {
        arrive(decision());
        close(RESOLVED);
        arrive(decision().response("r-9").followUpOf(theCase().caseId()).received("2026-11-17T09:00:00Z"));

        assertThat(theCase().view()).extracting("state", "dueAt").containsExactly(CaseState.OPEN, NOW);
    }

    @Test
    @DisplayName("A4: a happy follow-up answer leaves the case closed and marks it satisfied")
    void happyFollowUp() {
        arrive(decision());
        close(RESOLVED);
        arrive(decision().response("r-9").happy().followUpOf(theCase().caseId()).received("2026-11-17T09:00:00Z"));

        assertThat(theCase().view()).extracting("state", "satisfiedNow").containsExactly(CaseState.CLOSED, true);
    }

    @Test
    @DisplayName("A8: a reassigned response takes its case to the new group's lead, open or closed")
    void reassigned() {
        arrive(decision());
        arrive(decision().version(2).group("EMEA-DB").movedFrom("EMEA-NET"));

        assertThat(theCase().view()).extracting("supportGroup", "owner").containsExactly("EMEA-DB", "c-7");
        assertThat(types()).containsExactly("amends.case.moved");
        assertThat(dossier.response("r-1").orElseThrow().earlierGroups()).containsExactly("EMEA-NET");
    }

    @Test
    @DisplayName("C2: a note on a candidate of history opens its case")
    void noteOnHistory() {
        arrive(decision().history());
        note("r-1", false);

        assertThat(theCase().course().state()).isEqualTo(CaseState.OPEN);
        assertThat(types()).containsExactly("amends.case.opened", "amends.case.note-added");
        assertThat(changed(1))
                .extracting("noteCount", "everSpoke", "caseVersion")
                .containsExactly(1, false, 2L);
    }

    @Test
    @DisplayName("A4: notes without a case go with the ticket: a replacement tells their number on the new response")
    void notesGoWithTheTicket() {
        arrive(decision().happy());
        note("r-1", true);
        replace(decision().response("r-2").happy());

        assertThat(types()).containsExactly("amends.case.moved");
        assertThat(changed(0))
                .extracting("responseId", "noteCount", "everSpoke", "caseView")
                .containsExactly("r-2", 1, true, null);
    }

    @Test
    @DisplayName("A4: notes stay with a response that nothing has replaced")
    void notesStayOutsideTheWindow() {
        arrive(decision());
        note("r-1", true);
        arrive(decision().response("r-2").received("2027-01-05T09:00:00Z"));

        assertThat(changed(0))
                .extracting("responseId", "noteCount", "everSpoke")
                .containsExactly("r-2", 0, false);
        assertThat(dossier.notesOn("r-1")).hasSize(1);
    }

    @Test
    @DisplayName("D7, B4: a case can be opened by hand for a response nobody flagged, but not against a NO")
    void byHand() {
        arrive(decision().happy());
        Turn turn = turn().opened(dossier.newest());
        assertThat(turn.dossier().recoveryCase()).isNotNull();

        arrive(decision().version(2).refused());
        assertThatThrownBy(() -> turn().opened(dossier.newest())).isInstanceOf(ContactForbidden.class);
    }

    @Test
    @DisplayName("E1: the trigger carries what the survey tool needs; each closing has its own id")
    void trigger() {
        arrive(decision());
        close(RESOLVED);
        assertThat(types()).containsExactly("amends.case.closed", "amends.followup.requested");
        FollowUp first = followUp();
        assertThat(first)
                .extracting(
                        "caseId", "ticketId", "responseId", "supportGroup", "language", "brand", "channel", "reason")
                .containsExactly(theCase().caseId(), "T-1", "r-1", "EMEA-NET", "de", "acme", "phone", null);
        assertThat(first.customer().email()).isEqualTo("kim@example.com");

        replace(decision().response("r-2").received("2026-11-17T09:00:00Z"));
        close(RESOLVED);
        assertThat(followUp().followUpId()).isNotEqualTo(first.followUpId());
    }

    @Test
    @DisplayName("E2: a removed recovery tag stays removed, whatever later decisions say")
    void removedTagStays() {
        arrive(decision());
        dossier = turn().tagged(theCase().untagged("service_recovery")).dossier();
        arrive(decision().version(2).choice(ContactChoice.YES));

        assertThat(theCase().tags().names()).isEmpty();
        close(new CaseClosing(Outcome.RESOLVED, null, true, null));
        assertThat(followUp().reason()).isEqualTo(FollowUp.SkipReason.TAG_REMOVED);
    }

    @Test
    @DisplayName("A9, E1: closing a Recovery Request without a survey asks for one; a positive one has asked already")
    void closedWithoutSurvey() {
        ask(request("q-1"));
        assertThat(theCase().assignment().responseId()).isNull();
        assertThat(types()).containsExactly("amends.case.opened", "amends.case.note-added");
        close(RESOLVED);
        assertThat(followUp().reason()).isNull();
        assertThat(followUp().responseId()).isNull();

        dossier = Dossier.empty(new TicketId("acme", "T-1"));
        ask(request("q-2").positive());
        assertThat(followUp().reason()).isNull();
        close(RESOLVED);
        assertThat(followUp().reason()).isEqualTo(FollowUp.SkipReason.NO_FOLLOW_UP);
    }

    @Test
    @DisplayName(
            "A9, A4: a happy survey after a Recovery Request leaves its case open, satisfied now; one from before does not")
    void happyAfterRequest() {
        ask(request("q-1").filedAt(NOW));
        arrive(decision().happy());
        assertThat(theCase().closed()).isFalse();
        assertThat(theCase().mood().satisfiedNow()).isFalse();

        arrive(decision().response("r-2").happy().received(NOW.plusSeconds(60)));
        assertThat(theCase().mood().satisfiedNow()).isTrue();
    }

    @Test
    @DisplayName("A9: a request on a closed case reopens it, but for a NO, whose case stays closed and has the note")
    void requestReopens() {
        arrive(decision());
        close(RESOLVED);
        ask(request("q-1"));
        assertThat(types()).containsExactly("amends.case.reopened", "amends.case.note-added");

        arrive(decision().version(2).refused());
        assertThat(theCase().closed()).isTrue();
        ask(request("q-2").positive());
        assertThat(theCase().closed()).isTrue();
        assertThat(types()).containsExactly("amends.case.note-added", "amends.followup.skipped");
        assertThat(followUp().reason()).isEqualTo(FollowUp.SkipReason.CONTACT_REFUSED);

        arrive(decision().version(3).happy());
        assertThat(theCase().closed()).as("the NO was taken back").isFalse();
    }

    private void ask(RequestBuilder builder) {
        RequestFiled asked = builder.build();
        RecoveryDecided newest = dossier.newest();
        NoteView note = new NoteView(
                asked.requestId(),
                newest == null ? null : newest.responseId(),
                asked.author(),
                false,
                asked.description(),
                asked.filedAt(),
                asked.identity(),
                null,
                asked.key(),
                asked.facts(),
                "h");
        take(turn().requested(asked, note));
    }

    private void arrive(DecisionBuilder decision) {
        take(turn().decided(decision.build()));
    }

    private void replace(DecisionBuilder by) {
        RecoveryDecided next = by.replaces("r-1").build();
        arrive(decision().version(9).supersededBy(next.responseId()));
        assertThat(events).as("a replaced response alone changes nothing").isEmpty();
        take(turn().decided(next));
    }

    private void close(CaseClosing closing) {
        take(turn().closed(theCase(), closing, dossier.answered()));
    }

    private void note(String responseId, boolean spoke) {
        NoteView note = new NoteView("n", responseId, "Alex", spoke, "Called.", NOW, "alex", null, null, null, "h");
        take(turn().noted(dossier.response(responseId).orElseThrow().decision(), note));
    }

    private Turn turn() {
        return new Turn(dossier, facts, NOW);
    }

    private void take(Turn turn) {
        dossier = turn.dossier();
        events = turn.events();
    }

    private Case theCase() {
        return dossier.recoveryCase();
    }

    private List<String> types() {
        return events.stream().map(CaseEvent::type).toList();
    }

    private CaseChanged changed(int index) {
        return (CaseChanged) events.get(index).data();
    }

    private FollowUp followUp() {
        return events.stream()
                .map(CaseEvent::data)
                .filter(FollowUp.class::isInstance)
                .map(FollowUp.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
