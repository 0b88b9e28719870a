package io.amends.ingest.response;

import static io.amends.ingest.response.Fixtures.NOON;
import static io.amends.ingest.response.Fixtures.response;
import static io.amends.ingest.response.Fixtures.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.ResponseState;
import io.amends.contracts.SurveyResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A3 and A4: what counts in the end depends on what was sent, never on the order in which it came. */
class AnyOrderPropertyTest {

    /** What must not depend on order; version counters and times of arrival may. */
    private record Standing(ResponseState state, SurveyResponse response, List<?> reasons, Replacement.Links links) {}

    @Property
    @Label("A3, A4: any order of arrival ends in the same state")
    void anyOrder(@ForAll("versions") List<SourceVersion> versions, @ForAll Random random) {
        List<SourceVersion> shuffled = new ArrayList<>(versions);
        Collections.shuffle(shuffled, random);

        assertThat(standing(submitted(shuffled))).isEqualTo(standing(submitted(versions)));
    }

    @Property
    @Label("A2, A3: everything delivered twice ends in the same state with the same events")
    void twice(@ForAll("versions") List<SourceVersion> versions) {
        Ledger once = submitted(versions);
        Ledger again = submitted(versions);
        versions.forEach(again::submit);

        assertThat(again.changes()).isEqualTo(once.changes());
    }

    @Property
    @Label("A4: per ticket the newest ordinary valid response counts, and each replaced one names its successor")
    void newestCounts(@ForAll("versions") List<SourceVersion> versions) {
        Ledger ledger = submitted(versions);

        for (HeldResponse r : ledger.touched()) {
            if (r.state() == ResponseState.REPLACED) {
                HeldResponse by = ledger.find(new ResponseKey("acme", r.links().replacedBy()));
                assertThat(by.links().replaces()).isEqualTo(r.key().responseId());
                assertThat(by.valid()).isTrue();
                assertThat(by.response().ticketId()).isEqualTo(r.response().ticketId());
                assertThat(Duration.between(
                                r.response().submittedAt(), by.response().submittedAt()))
                        .isBetween(Duration.ZERO, Duration.ofDays(30));
            }
        }
    }

    @Property
    @Label("every change raises its response's version by exactly one")
    void versionsCount(@ForAll("versions") List<SourceVersion> versions) {
        Map<String, Long> last = new TreeMap<>();
        for (ResponseRevision change : submitted(versions).changes()) {
            assertThat(change.after().version())
                    .isEqualTo(last.getOrDefault(change.after().key().responseId(), 0L) + 1);
            last.put(change.after().key().responseId(), change.after().version());
        }
    }

    @Provide
    Arbitrary<List<SourceVersion>> versions() {
        Arbitrary<SourceVersion> version = Combinators.combine(
                        Arbitraries.of("r1", "r2", "r3", "r4"),
                        Arbitraries.of("T1", "T1", "T2").injectNull(0.1),
                        Arbitraries.of("G1", "G2", "NOPE"),
                        Arbitraries.integers().between(-70, 0),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of("a", "b"),
                        Arbitraries.of("case-1").injectNull(0.8))
                .as((id, ticket, group, day, updated, comment, followUp) -> version(response(id)
                        .ticket(ticket)
                        .group(group)
                        .submittedAt(NOON.plus(Duration.ofDays(day)))
                        .updatedAt(NOON.plusSeconds(updated))
                        .comment(comment)
                        .followUpOf(followUp)));
        return version.list().ofMinSize(1).ofMaxSize(12);
    }

    private static Ledger submitted(List<SourceVersion> versions) {
        Ledger ledger = LedgerTest.ledger();
        versions.forEach(ledger::submit);
        return ledger;
    }

    private static Map<String, Standing> standing(Ledger ledger) {
        Map<String, Standing> all = new TreeMap<>();
        ledger.touched()
                .forEach(r ->
                        all.put(r.key().responseId(), new Standing(r.state(), r.response(), r.reasons(), r.links())));
        return all;
    }
}
