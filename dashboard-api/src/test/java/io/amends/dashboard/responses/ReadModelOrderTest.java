package io.amends.dashboard.responses;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.CaseChanged;
import io.amends.contracts.Json;
import io.amends.contracts.NoteView;
import io.amends.contracts.RecoveryDecided;
import io.amends.dashboard.testing.Keys;
import io.amends.dashboard.testing.Sample;
import io.amends.kit.event.OutboundEvent;
import io.amends.local.testing.Brokers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The read model under any order, repetition and batching of what three topics say about one ticket. */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class ReadModelOrderTest {
    private static final int TRIES = 150;

    @Inject
    Jdbi jdbi;

    @Test
    @DisplayName("A3, A4, A5, A6, A8: any order, repetition and batching of a ticket's events ends in the same report")
    void anyOrder() {
        for (int seed = 0; seed < TRIES; seed++) {
            Random random = new Random(seed);
            List<Object> history = history("any" + seed);
            List<Object> sent = history.subList(0, 1 + random.nextInt(history.size()));
            List<Object> shuffled = new ArrayList<>(sent);
            shuffled.addAll(sent.subList(0, random.nextInt(sent.size() + 1)));
            Collections.shuffle(shuffled, random);

            assertThat(end("any" + seed, shuffled, random))
                    .as("seed " + seed + " of " + sent.size() + " events")
                    .isEqualTo(end("any" + seed, sent, null));
        }
    }

    @Test
    @DisplayName("A4, A5: notes stand with the answer that counts, and go back when it changes again")
    void notesFollow() {
        List<Object> history = history("fol");
        assertThat(end("fol", history.subList(0, 5), null)).contains("note n1 on r2", "note n2 on r2");
        assertThat(end("fol", history.subList(0, 8), null)).contains("note n1 on r1", "note n2 on r1", "r2 v1 gone");
        assertThat(end("fol", history, null)).contains("note n1 on r2", "note n2 on r2", "r2 v3 listed with 2 spoken");
    }

    @Test
    @DisplayName("A4, A5, F1: a note goes with its answer to another ticket, and none is counted where it was")
    void answersPart() {
        for (int seed = 0; seed < TRIES; seed++) {
            Random random = new Random(seed);
            String portal = "part" + seed;
            Sample first = Sample.of(portal, "r1").ticket("T-1");
            Sample second = Sample.of(portal, "r2").ticket("T-1");
            List<Object> events = new ArrayList<>(List.of(
                    decided(first),
                    noted(first, "n1", true),
                    decided(second),
                    decided(first.supersededBy("r2")),
                    decided(first.version(3).ticket("T-2")),
                    decided(second.version(2))));
            List<String> parted = List.of("r1 v3 listed with 1 spoken", "r2 v2 listed", "note n1 on r1");
            assertThat(end(portal, events, null)).isEqualTo(parted);
            Collections.shuffle(events, random);
            assertThat(end(portal, events, random)).as("seed " + seed).isEqualTo(parted);
        }
    }

    @Test
    @DisplayName("A4, A5, F1: a note is counted where it comes to when the answer that it stood on leaves the ticket")
    void standInLeaves() {
        for (int seed = 0; seed < TRIES; seed++) {
            Random random = new Random(seed);
            String portal = "leave" + seed;
            Sample other = Sample.of(portal, "r0").ticket("T-1");
            Sample noted = Sample.of(portal, "r1")
                    .ticket("T-1")
                    .received(other.response().submittedAt());
            Sample standIn = Sample.of(portal, "r2")
                    .ticket("T-1")
                    .received(other.response().submittedAt());
            List<Object> events = new ArrayList<>(List.of(
                    decided(other),
                    decided(noted),
                    noted(noted, "n1", true),
                    decided(standIn),
                    new ResponseChange.Withdrawn(portal, "r1", 2),
                    decided(standIn.version(2).ticket("T-2"))));
            List<String> left = List.of("r0 v1 listed with 1 spoken", "r1 v1 gone", "r2 v2 listed", "note n1 on r0");
            assertThat(end(portal, events, null)).isEqualTo(left);
            Collections.shuffle(events, random);
            assertThat(end(portal, events, random)).as("seed " + seed).isEqualTo(left);
        }
    }

    @Test
    @DisplayName(
            "A9, A4, F1: a note from before the first survey is shown with the newest answer of its ticket, in any order")
    void earlyNote() {
        for (int seed = 0; seed < TRIES; seed++) {
            Random random = new Random(seed);
            String portal = "early" + seed;
            Sample first = Sample.of(portal, "r1").ticket("T-1");
            Sample second = Sample.of(portal, "r2").ticket("T-1");
            NoteView early = first.note("Alex", false, "n1");
            NoteView onCase = new NoteView(
                    early.noteId(),
                    null,
                    "Alex",
                    false,
                    "n1",
                    early.at(),
                    early.identity(),
                    null,
                    early.key(),
                    null,
                    "h");
            List<Object> events = new ArrayList<>(List.of(
                    new CaseChanged(portal, null, "T-1", null, "NET", 1, onCase, 1, false, early.at()),
                    decided(first),
                    decided(second),
                    decided(first.supersededBy("r2"))));
            Collections.shuffle(events, random);
            assertThat(end(portal, events, random)).as("seed " + seed).contains("note n1 on r2", "r2 v1 listed with 1");
        }
    }

    @Test
    @DisplayName("D3, F1: a case that changes twice in one batch is in its last state")
    void changesTwice() throws Exception {
        Sample sample = Sample.of("twice", "r1").ticket("T-1");
        CaseChanged opened = Json.read(sample.opened().data(), CaseChanged.class);
        CaseChanged closed = Json.read(sample.closed().data(), CaseChanged.class);
        for (List<CaseChanged> batch : List.of(List.of(opened, closed), List.of(closed, opened))) {
            jdbi.useHandle(tx -> {
                tx.begin();
                new CasesConsumer().apply(tx, batch);
                assertThat(tx.createQuery("select state from ticket_case where portal = 'twice'")
                                .mapTo(String.class)
                                .list())
                        .containsExactly("CLOSED");
                tx.rollback();
            });
        }
    }

    /** A first answer, replaced by a second, whose update is invalid until it is repaired in another group. */
    private static List<Object> history(String portal) {
        Sample first = Sample.of(portal, "r1").ticket("T-1");
        Sample second = Sample.of(portal, "r2").ticket("T-1");
        return List.of(
                decided(first),
                noted(first, "n1", false),
                decided(second),
                decided(first.supersededBy("r2")),
                noted(second, "n2", true),
                new ResponseChange.Withdrawn(portal, "r2", 2),
                withdrawnDecision(second.version(2)),
                decided(first.version(3)),
                decided(second.version(3).group("ELSE")),
                decided(first.version(3).supersededBy("r2")));
    }

    private static ResponseChange decided(Sample sample) {
        return read(sample.event());
    }

    private static ResponseChange withdrawnDecision(Sample sample) {
        return read(sample.withdrawn());
    }

    private static ResponseChange read(OutboundEvent event) {
        try {
            RecoveryDecided decided = Json.read(event.data(), RecoveryDecided.class);
            return ResponsesConsumer.decided(decided);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private static CaseChanged noted(Sample sample, String id, boolean spoke) {
        var note = sample.note("Alex", spoke, id);
        return new CaseChanged(
                sample.portal(), null, sample.ticket(), sample.id(), sample.group(), 1, note, 1, spoke, note.at());
    }

    private List<String> end(String portal, List<Object> events, Random batching) {
        return jdbi.withHandle(tx -> {
            tx.begin();
            int from = 0;
            while (from < events.size()) {
                int to = batching == null ? from + 1 : from + 1 + batching.nextInt(events.size() - from);
                List<Object> batch = events.subList(from, to);
                new ResponsesConsumer().apply(tx, only(ResponseChange.class, batch));
                new CasesConsumer().apply(tx, only(CaseChanged.class, batch));
                from = to;
            }
            List<String> end = state(tx, portal);
            tx.rollback();
            return end;
        });
    }

    private static <T> List<T> only(Class<T> type, List<Object> batch) {
        return batch.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static List<String> state(Handle tx, String portal) {
        List<String> state = new ArrayList<>();
        tx.createQuery(
                        """
                        select response_id || ' v' || version || ' ' || case when listed then 'listed' else 'gone' end
                            || case when note_count = 0 then '' else ' with ' || note_count end
                            || case when ever_spoke then ' spoken' else '' end
                        from response where portal = :portal order by 1""")
                .bind("portal", portal)
                .mapTo(String.class)
                .forEach(state::add);
        tx.createQuery("select note ->> 'text' as text, response_id from note where portal = :portal order by 1")
                .bind("portal", portal)
                .map((rs, c) -> "note " + rs.getString(1) + " on " + rs.getString(2))
                .forEach(state::add);
        return state;
    }
}
