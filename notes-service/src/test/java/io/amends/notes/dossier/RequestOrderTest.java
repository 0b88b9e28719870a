package io.amends.notes.dossier;

import static io.amends.contracts.testing.DirectoryEntries.group;
import static io.amends.contracts.testing.RequestBuilder.request;
import static io.amends.notes.Decisions.decision;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.CaseChanged;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.EventTypes;
import io.amends.contracts.NoteView;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.RecoveryDecided.Contact;
import io.amends.contracts.RequestFacts.RequestType;
import io.amends.contracts.RequestFiled;
import io.amends.contracts.testing.RequestBuilder;
import io.amends.kit.id.Ids;
import io.amends.notes.cases.Case;
import io.amends.notes.portal.PortalFacts;
import io.amends.notes.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Requests, surveys, updates and replacements of one ticket, in any order (A9). */
class RequestOrderTest {
    private static final Instant START = Instant.parse("2026-11-16T09:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-18T10:00:00Z");
    private static final TicketId TICKET = new TicketId("acme", "T-1");
    private final PortalFacts facts = DeskFacts.of(Map.of("A", group("A", "c-1"), "B", group("B", "c-2")));

    /** What arrives: a decision, or a request. */
    record Arrival(@Nullable RecoveryDecided decision, @Nullable RequestFiled request) {}

    /** One version of one response as a source may send it. */
    record SentVersion(int response, int overall, ContactChoice choice, String group) {}

    /** A request as staff may file it, so many hours after the start. */
    record FiledAfter(int hours, boolean positive) {}

    /** How a file ends, and all that was told of it. */
    record Ending(Dossier file, List<CaseEvent> events) {}

    @Property
    @Label("A9: one case a ticket, and no note lost, in any order of request, survey, update and replacement")
    void oneCase(
            @ForAll("versions") List<SentVersion> sent,
            @ForAll("requests") List<FiledAfter> filed,
            @ForAll Random random) {
        List<Arrival> arrivals = arrivals(sent, filed);
        Ending inOrder = play(arrivals);
        Collections.shuffle(arrivals, random);
        Ending anyOrder = play(arrivals);

        for (Ending end : List.of(inOrder, anyOrder)) {
            Case theCase = end.file().recoveryCase();
            assertThat(theCase).isNotNull();
            assertThat(theCase.caseId()).isEqualTo(Ids.ofCase("acme", "T-1"));
            assertThat(types(end)).containsOnlyOnce(EventTypes.CASE_OPENED);
            assertThat(end.file().notes()).hasSize(filed.size());
            assertThat(end.events().stream()
                            .filter(e -> e.kind() == CaseEvent.Kind.NOTE_ADDED)
                            .map(e -> ((CaseChanged) e.data()).note().noteId())
                            .distinct())
                    .hasSize(filed.size());
            RecoveryDecided newest = end.file().newest();
            boolean refused = newest != null && newest.contact() == Contact.FORBIDDEN;
            assertThat(theCase.closed()).isEqualTo(refused);
            assertThat(theCase.assignment().responseId()).isEqualTo(newest == null ? null : newest.responseId());
            assertThat(shown(end.file())).isEqualTo(filed.size());
            if (filed.stream().anyMatch(f -> !f.positive)) {
                assertThat(theCase.mood().satisfiedNow()).isEqualTo(newest != null && satisfies(newest, filed));
            }
        }
        assertThat(anyOrder.file().recoveryCase().assignment())
                .isEqualTo(inOrder.file().recoveryCase().assignment());
    }

    @Property
    @Label("A9, E2: a positive request is one invitation or one skip, and no invitation after an answer that is known")
    void invitations(
            @ForAll("versions") List<SentVersion> sent,
            @ForAll("requests") List<FiledAfter> filed,
            @ForAll Random random) {
        List<Arrival> arrivals = arrivals(sent, filed);
        Collections.shuffle(arrivals, random);
        Dossier file = Dossier.empty(TICKET);
        long told = 0;
        for (Arrival arrival : arrivals) {
            boolean answered = file.newest() != null;
            Turn turn = arrive(file, arrival);
            file = turn.dossier();
            boolean positive =
                    arrival.request() != null && arrival.request().type() == RequestType.POSITIVE_REVIEW_FOLLOW_UP;
            long invited = turn.events().stream()
                    .filter(e -> e.kind() == CaseEvent.Kind.FOLLOW_UP_REQUESTED)
                    .count();
            assertThat(invited).isEqualTo(positive && !answered ? 1 : 0);
            told += positive ? 1 : 0;
        }
        assertThat(filed.stream().filter(f -> f.positive).count()).isEqualTo(told);
    }

    /** The notes as they are counted: each on one answer, and before there is one on the case. */
    private static int shown(Dossier file) {
        return file.responses().isEmpty()
                ? file.notesOn(null).size()
                : file.responses().stream()
                        .mapToInt(r -> file.notesOn(r.responseId()).size())
                        .sum();
    }

    private Ending play(List<Arrival> arrivals) {
        Dossier file = Dossier.empty(TICKET);
        List<CaseEvent> events = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            Turn turn = arrive(file, arrival);
            file = turn.dossier();
            events.addAll(turn.events());
        }
        return new Ending(file, events);
    }

    private Turn arrive(Dossier file, Arrival arrival) {
        Turn turn = new Turn(file, facts, NOW);
        RequestFiled request = arrival.request();
        if (request == null) {
            return turn.decided(arrival.decision());
        }
        RecoveryDecided newest = file.newest();
        return turn.requested(
                request,
                new NoteView(
                        request.requestId(),
                        newest == null ? null : newest.responseId(),
                        request.author(),
                        false,
                        request.description(),
                        request.filedAt(),
                        request.identity(),
                        null,
                        request.key(),
                        request.facts(),
                        "h"));
    }

    private static boolean satisfies(RecoveryDecided newest, List<FiledAfter> filed) {
        return newest.explanation().overall().intValue() > 2
                && filed.stream()
                        .filter(f -> !f.positive)
                        .allMatch(f -> newest.response().submittedAt().isAfter(at(f)));
    }

    private static Instant at(FiledAfter filed) {
        return START.plusSeconds(1800 + 3600L * filed.hours);
    }

    private static List<Arrival> arrivals(List<SentVersion> sent, List<FiledAfter> filed) {
        List<Arrival> all = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            SentVersion v = sent.get(i);
            all.add(new Arrival(
                    decision()
                            .response("r-" + v.response)
                            .version(i + 1)
                            .group(v.group)
                            .overall(v.overall)
                            .choice(v.choice)
                            .received(START.plusSeconds(3600L * v.response))
                            .build(),
                    null));
        }
        for (int i = 0; i < filed.size(); i++) {
            RequestBuilder request = request("q-" + i).group("A").filedAt(at(filed.get(i)));
            all.add(new Arrival(null, (filed.get(i).positive ? request.positive() : request).build()));
        }
        return all;
    }

    private static List<String> types(Ending end) {
        return end.events().stream().map(CaseEvent::type).toList();
    }

    @Provide
    Arbitrary<List<SentVersion>> versions() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.of(ContactChoice.class),
                        Arbitraries.of("A", "B"))
                .as(SentVersion::new)
                .list()
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<FiledAfter>> requests() {
        return Combinators.combine(Arbitraries.integers().between(0, 3), Arbitraries.of(true, false))
                .as(FiledAfter::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }
}
