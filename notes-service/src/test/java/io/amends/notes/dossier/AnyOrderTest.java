package io.amends.notes.dossier;

import static io.amends.contracts.testing.DirectoryEntries.group;
import static io.amends.notes.Decisions.decision;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.CaseView.CaseState;
import io.amends.contracts.CaseView.Outcome;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.EventTypes;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.RecoveryDecided.Contact;
import io.amends.contracts.RecoveryDecided.Kind;
import io.amends.contracts.testing.DecisionBuilder;
import io.amends.notes.cases.Case;
import io.amends.notes.cases.CaseClosing;
import io.amends.notes.portal.PortalFacts;
import io.amends.notes.ticket.TicketId;
import io.amends.notes.ticket.TicketResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** The life of a case under any order, repetition and mix of versions and responses. */
class AnyOrderTest {
    private static final Instant NOW = Instant.parse("2026-11-18T10:00:00Z");
    private final PortalFacts facts = DeskFacts.of(Map.of("A", group("A", "c-1"), "B", group("B", "c-2")));

    /** One version of one response as a source may send it. */
    record Version(int response, int overall, ContactChoice choice, String group) {}

    @Property
    void a3TheHighestVersionOfTheNewestResponseDecidesInAnyOrder(
            @ForAll("histories") List<Version> sent, @ForAll Random random) {
        List<RecoveryDecided> decisions = decisions(sent);
        List<RecoveryDecided> shuffled = new ArrayList<>(decisions);
        shuffled.addAll(decisions); // each is delivered twice
        Collections.shuffle(shuffled, random);

        Dossier inOrder = play(decisions, new ArrayList<>());
        Dossier anyOrder = play(shuffled, new ArrayList<>());

        assertThat(new HashSet<>(versions(anyOrder))).isEqualTo(new HashSet<>(versions(inOrder)));
        for (Dossier end : List.of(inOrder, anyOrder)) {
            endsWhereItsNewestSays(end);
        }
    }

    @Property
    void a3WhereEveryVersionIsACandidateTheCaseEndsTheSame(
            @ForAll("histories") List<Version> sent, @ForAll Random random) {
        List<RecoveryDecided> decisions = decisions(sent.stream()
                .map(v -> new Version(v.response, 1, ContactChoice.UNANSWERED, v.group))
                .toList());
        List<RecoveryDecided> shuffled = new ArrayList<>(decisions);
        Collections.shuffle(shuffled, random);

        Case inOrder = play(decisions, new ArrayList<>()).recoveryCase();
        Case anyOrder = play(shuffled, new ArrayList<>()).recoveryCase();

        assertThat(anyOrder).isEqualTo(inOrder);
    }

    @Property
    void b4ANoNeverLeavesACaseOpenAndNeverYieldsAFollowUp(
            @ForAll("histories") List<Version> sent, @ForAll("closings") CaseClosing closing) {
        List<CaseEvent> events = new ArrayList<>();
        Dossier dossier = Dossier.empty(new TicketId("acme", "T-1"));
        for (RecoveryDecided decision : decisions(sent)) {
            Turn turn = new Turn(dossier, facts, NOW).decided(decision);
            Case open = turn.dossier().recoveryCase();
            RecoveryDecided newest = turn.dossier().newest();
            if (open != null && !open.closed()) {
                assertThat(newest.contact()).isNotEqualTo(Contact.FORBIDDEN);
                turn.closed(open, closing, newest);
            }
            dossier = turn.dossier();
            assertNoTriggerAgainst(newest, closing, turn.events());
            events.addAll(turn.events());
        }
        assertThat(events.stream().map(CaseEvent::id)).doesNotHaveDuplicates();
    }

    @Property
    void a5WhatIsWithdrawnCountsForNothingUntilAHigherVersionIsValidInAnyOrder(
            @ForAll("histories") List<Version> sent, @ForAll Random random) {
        List<RecoveryDecided> decisions = decisions(sent, random);
        List<RecoveryDecided> shuffled = new ArrayList<>(decisions);
        shuffled.addAll(decisions);
        Collections.shuffle(shuffled, random);

        Dossier inOrder = play(decisions, new ArrayList<>());
        Dossier anyOrder = play(shuffled, new ArrayList<>());

        assertThat(new HashSet<>(anyOrder.responses())).isEqualTo(new HashSet<>(inOrder.responses()));
        for (TicketResponse response : inOrder.responses()) {
            RecoveryDecided highest = decisions.stream()
                    .filter(d -> d.responseId().equals(response.responseId()))
                    .reduce((lower, higher) -> higher)
                    .orElseThrow();
            assertThat(response.current()).isEqualTo(!highest.withdrawn());
        }
        Case theCase = inOrder.recoveryCase();
        assertThat(theCase == null
                        || List.of("A", "B").contains(theCase.assignment().supportGroup()))
                .isTrue();
    }

    private static void assertNoTriggerAgainst(RecoveryDecided newest, CaseClosing closing, List<CaseEvent> events) {
        boolean refused = newest.contact() == Contact.FORBIDDEN || closing.outcome() == Outcome.CONTACT_REFUSED;
        if (refused) {
            assertThat(events).extracting(CaseEvent::type).doesNotContain(EventTypes.FOLLOWUP_REQUESTED);
        }
    }

    private static void endsWhereItsNewestSays(Dossier end) {
        RecoveryDecided newest = end.newest();
        Case theCase = end.recoveryCase();
        if (newest.contact() == Contact.FORBIDDEN) {
            assertThat(theCase == null || theCase.closed()).isTrue();
        } else if (newest.candidate()) {
            assertThat(theCase.course().state()).isEqualTo(CaseState.OPEN);
            assertThat(theCase.assignment().responseId()).isEqualTo(newest.responseId());
            assertThat(theCase.assignment().supportGroup()).isEqualTo(newest.supportGroup());
        } else if (theCase != null && theCase.mood().unhappy()) {
            assertThat(theCase.mood().satisfiedNow()).isEqualTo(newest.kind() != Kind.RECOVERY);
        }
    }

    private Dossier play(List<RecoveryDecided> decisions, List<CaseEvent> events) {
        Dossier dossier = Dossier.empty(new TicketId("acme", "T-1"));
        for (RecoveryDecided decision : decisions) {
            Turn turn = new Turn(dossier, facts, NOW).decided(decision);
            dossier = turn.dossier();
            events.addAll(turn.events());
        }
        return dossier;
    }

    private static List<String> versions(Dossier dossier) {
        return dossier.responses().stream().map(r -> r.decision().decisionId()).toList();
    }

    private static List<RecoveryDecided> decisions(List<Version> sent) {
        return decisions(sent, null);
    }

    /** With a source of chance about a third of the versions are invalid, and withdraw what was there. */
    private static List<RecoveryDecided> decisions(List<Version> sent, @Nullable Random invalid) {
        List<RecoveryDecided> decisions = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            Version v = sent.get(i);
            DecisionBuilder decision = decision()
                    .response("r-" + v.response)
                    .version(i + 1)
                    .group(v.group)
                    .overall(v.overall)
                    .choice(v.choice)
                    .received(Instant.parse("2026-11-16T09:00:00Z").plusSeconds(3600L * v.response));
            boolean withdrawn = invalid != null && invalid.nextInt(3) == 0;
            decisions.add((withdrawn ? decision.group("NOSUCH").ticket("").withdrawn() : decision).build());
        }
        return decisions;
    }

    @Provide
    Arbitrary<List<Version>> histories() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.of(ContactChoice.class),
                        Arbitraries.of("A", "B"))
                .as(Version::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<CaseClosing> closings() {
        return Combinators.combine(
                        Arbitraries.of(Outcome.class),
                        Arbitraries.of(true, false).injectNull(0.3))
                .as((outcome, send) -> new CaseClosing(outcome, null, send, null));
    }
}
