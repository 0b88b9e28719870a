package io.amends.notes.cases;

import static io.amends.notes.Decisions.decision;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.CaseView.Outcome;
import io.amends.contracts.FollowUp.SkipReason;
import io.amends.contracts.testing.DecisionBuilder;
import io.amends.notes.ticket.TicketId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ClosingRulesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-11-17T10:00:00Z");
    private static final CaseClosing UNRESPONSIVE = new CaseClosing(Outcome.UNRESPONSIVE, null, null, null);
    private final Case open = new Case(
            "case-1",
            new TicketId("acme", "T-1"),
            new Assignment("r-1", "EMEA-NET", "c-2"),
            NOW,
            new CaseTags(List.of("service_recovery"), List.of()),
            CaseCourse.opened(NOW),
            new CustomerMood(true, false, null));

    @Test
    @DisplayName(
            "D12: nobody is unresponsive within two weeks of having been spoken to, counted on the portal's calendar")
    void tooEarly() {
        Instant spoken = Instant.parse("2026-10-20T08:00:00Z"); // 10:00 in summer time
        Instant earliest = Instant.parse("2026-11-03T09:00:00Z"); // 10:00 in winter time

        assertThat(ClosingRule.check(open, UNRESPONSIVE, spoken, BERLIN, earliest.minusSeconds(1)))
                .isEqualTo(new ClosingRule.TooEarly(earliest));
        assertThat(ClosingRule.check(open, UNRESPONSIVE, spoken, BERLIN, earliest))
                .isEqualTo(new ClosingRule.Allowed());
        assertThat(ClosingRule.check(open, UNRESPONSIVE, null, BERLIN, NOW)).isEqualTo(new ClosingRule.Allowed());
        assertThat(ClosingRule.check(open, closing(Outcome.RESOLVED, null), NOW, BERLIN, NOW))
                .isEqualTo(new ClosingRule.Allowed());
    }

    @Test
    @DisplayName("D8: closing again in the same words is a repetition, in others a contradiction")
    void again() {
        Case closed = open.closedWith(UNRESPONSIVE, NOW);

        assertThat(ClosingRule.check(closed, UNRESPONSIVE, null, BERLIN, NOW)).isEqualTo(new ClosingRule.Repeated());
        assertThat(ClosingRule.check(closed, closing(Outcome.RESOLVED, null), null, BERLIN, NOW))
                .isEqualTo(new ClosingRule.ClosedOtherwise(Outcome.UNRESPONSIVE));
    }

    @Test
    @DisplayName("E1, E2: what is sent and why it is skipped; asking for it overrides neither a NO nor a removed tag")
    void followUps() {
        Case untagged = open.untagged(Case.RECOVERY_TAG);

        assertThat(skip(open, closing(Outcome.RESOLVED, null), decision())).isNull();
        assertThat(skip(open, closing(Outcome.RESOLVED, true), decision().happy()))
                .isNull();
        assertThat(skip(open, closing(Outcome.RESOLVED, null), decision().happy()))
                .isEqualTo(SkipReason.NO_FOLLOW_UP);
        assertThat(skip(open, closing(Outcome.RESOLVED, false), decision())).isEqualTo(SkipReason.NOT_REQUESTED);
        assertThat(skip(untagged, closing(Outcome.RESOLVED, true), decision())).isEqualTo(SkipReason.TAG_REMOVED);
        assertThat(skip(untagged.tagged(Case.RECOVERY_TAG), closing(Outcome.RESOLVED, null), decision()))
                .isNull();
        assertThat(skip(open, closing(Outcome.RESOLVED, true), decision().refused()))
                .isEqualTo(SkipReason.CONTACT_REFUSED);
        assertThat(skip(open, closing(Outcome.CONTACT_REFUSED, true), decision()))
                .isEqualTo(SkipReason.CONTACT_REFUSED);
    }

    private static SkipReason skip(Case closed, CaseClosing closing, DecisionBuilder newest) {
        return FollowUpRule.skip(closed, closing, newest.build());
    }

    private static CaseClosing closing(Outcome outcome, Boolean sendFollowUp) {
        return new CaseClosing(outcome, null, sendFollowUp, null);
    }
}
