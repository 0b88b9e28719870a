package io.amends.notes.search;

import static io.amends.notes.Decisions.decision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.contracts.api.MissingCause;
import io.amends.contracts.api.Recovery.Missing;
import io.amends.contracts.testing.DecisionBuilder;
import io.amends.kit.rights.Sight;
import io.amends.notes.dossier.Dossier;
import io.amends.notes.ticket.TicketId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecoverySearchTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-11-16");
    private final RecoverySearch search = new RecoverySearch("acme", ZoneId.of("Europe/Berlin"), Sight.ALL);

    @ParameterizedTest(name = "D3: rgid={0} date={1} tid={2} is refused")
    @CsvSource({
        "A,,",
        ",2026-11-16,",
        ",,T",
        "A,2026-11-16,T",
        ",,",
        "A,2026-02-30,",
        "A,16.11.2026,",
        "' ',2026-11-16,"
    })
    void exactlyTwo(String rgid, String date, String tid) {
        assertThatThrownBy(() -> RecoveryQuery.of(rgid == null ? List.of() : List.of(rgid), date, tid, List.of()))
                .isInstanceOf(RecoveryQuery.Unclear.class);
    }

    @Test
    @DisplayName("D3: group and date give that day's RECOVERY candidates, oldest first, days by the portal's zone")
    void groupOnDay() {
        List<Dossier> day = dossiers(
                decision().response("late").ticket("T-1").received("2026-11-16T22:59:59Z"),
                decision().response("early").ticket("T-2").received("2026-11-15T23:00:00Z"),
                decision().response("tomorrow").ticket("T-3").received("2026-11-16T23:00:00Z"),
                decision().response("happy").ticket("T-4").happy(),
                decision().response("no").ticket("T-5").refused(),
                decision().response("elsewhere").ticket("T-6").group("EMEA-DB"));

        assertThat(found(new RecoveryQuery.GroupOnDay("EMEA-NET", MONDAY), day)).containsExactly("early", "late");
    }

    @Test
    @DisplayName("D3: a ticket gives its newest response, happy or not")
    void newestOfTicket() {
        List<Dossier> ticket = dossiers(
                decision().response("old").received("2026-09-01T09:00:00Z"),
                decision().response("new").happy());

        assertThat(found(new RecoveryQuery.TicketInGroup("T-1", "EMEA-NET"), ticket))
                .containsExactly("new");
        assertThat(found(new RecoveryQuery.TicketOnDay("T-1", MONDAY), ticket)).containsExactly("new");
    }

    @Test
    @DisplayName("D4: replaced by a newer answer: says so and where it is now")
    void replaced() {
        List<Dossier> ticket = dossiers(
                decision().response("old").supersededBy("new"),
                decision().response("new").received("2026-11-18T09:00:00Z"));
        Missing expected =
                new Missing("old", MissingCause.REPLACED, "/service-recovery-notes?cpc=acme&rgid=EMEA-NET&tid=T-1");

        assertThat(missing(new RecoveryQuery.TicketOnDay("T-1", MONDAY), ticket))
                .isEqualTo(expected);
        assertThat(missing(new RecoveryQuery.GroupOnDay("EMEA-NET", MONDAY), ticket))
                .isEqualTo(expected);
        assertThat(missing(new RecoveryQuery.ReportedResponses(List.of("old"), Set.of()), ticket))
                .isEqualTo(expected);
    }

    @Test
    @DisplayName("D4, A8: reassigned to another group: says so and where it is now, encoded")
    void reassigned() {
        List<Dossier> ticket =
                dossiers(decision().ticket("T 4/7&x=1").group("EMEA-DB").movedFrom("EMEA-NET"));
        Missing expected = new Missing(
                "r-1", MissingCause.REASSIGNED, "/service-recovery-notes?cpc=acme&rgid=EMEA-DB&tid=T%204%2F7%26x%3D1");

        assertThat(missing(new RecoveryQuery.TicketInGroup("T 4/7&x=1", "EMEA-NET"), ticket))
                .isEqualTo(expected);
        assertThat(missing(new RecoveryQuery.GroupOnDay("EMEA-NET", MONDAY), ticket))
                .isEqualTo(expected);
        assertThat(missing(new RecoveryQuery.ReportedResponses(List.of("r-1"), Set.of("EMEA-NET")), ticket))
                .isEqualTo(expected);
    }

    @Test
    @DisplayName("D4: what never was there has no cause")
    void never() {
        assertThat(missing(new RecoveryQuery.TicketInGroup("T-1", "EMEA-XX"), dossiers(decision())))
                .isEqualTo(new Missing(null, MissingCause.NONE, null));
    }

    @Test
    @DisplayName(
            "D4, H1: whoever sees the group where it was is told that it went, and not where to; others are told nothing")
    void hidden() {
        List<Dossier> replaced = dossiers(
                decision().response("old").supersededBy("new"),
                decision().response("new").group("EMEA-DB").received("2026-11-18T09:00:00Z"));
        List<Dossier> moved = dossiers(decision().group("EMEA-DB").movedFrom("EMEA-NET"));
        RecoveryQuery here = new RecoveryQuery.TicketInGroup("T-1", "EMEA-NET");
        RecoveryQuery listed = new RecoveryQuery.ReportedResponses(List.of("r-1"), Set.of("EMEA-NET"));

        assertThat(seeing("EMEA-NET").find(here, replaced).cause())
                .isEqualTo(new Missing("old", MissingCause.REPLACED, null));
        assertThat(seeing("EMEA-NET").find(here, moved).cause())
                .isEqualTo(new Missing("r-1", MissingCause.REASSIGNED, null));
        assertThat(seeing("EMEA-NET").find(listed, moved).cause())
                .isEqualTo(new Missing("r-1", MissingCause.REASSIGNED, null));
        assertThat(seeing("EMEA-DB").find(here, moved).cause().location()).isNotNull();
        for (List<Dossier> ticket : List.of(replaced, moved)) {
            assertThat(seeing("APAC").find(here, ticket).cause()).isEqualTo(new Missing(null, MissingCause.NONE, null));
            assertThat(seeing("APAC").find(listed, ticket).cause())
                    .isEqualTo(new Missing("r-1", MissingCause.NONE, null));
        }
    }

    @Test
    @DisplayName("H1: of a ticket with answers in two groups each sees the answers of their own")
    void twoGroups() {
        List<Dossier> ticket = dossiers(
                decision().response("first").received("2026-11-16T09:00:00Z"),
                decision().response("second").group("EMEA-DB").received("2026-11-16T15:00:00Z"));
        RecoveryQuery day = new RecoveryQuery.TicketOnDay("T-1", MONDAY);

        assertThat(seeing("EMEA-NET").find(day, ticket).found())
                .extracting(m -> m.response().responseId())
                .containsExactly("first");
        assertThat(seeing("APAC").find(day, ticket).found()).isEmpty();
        assertThat(seeing("APAC").find(day, ticket).missing()).isEmpty();
    }

    private static RecoverySearch seeing(String group) {
        return new RecoverySearch("acme", ZoneId.of("Europe/Berlin"), new Sight(Set.of(group), null));
    }

    @Test
    @DisplayName("D3: a report's link keeps the report's order and leaves out what has gone")
    void report() {
        List<Dossier> all = dossiers(
                decision().response("a").ticket("T-1"),
                decision().response("b").ticket("T-2").supersededBy("c"),
                decision().response("c").ticket("T-2"),
                decision().response("d").ticket("T-3"));

        SearchResult findings = search.find(new RecoveryQuery.ReportedResponses(List.of("d", "b", "a"), Set.of()), all);

        assertThat(findings.found()).extracting(m -> m.response().responseId()).containsExactly("d", "a");
        assertThat(findings.missing()).extracting(Missing::responseId).containsExactly("b");
    }

    private List<String> found(RecoveryQuery query, List<Dossier> dossiers) {
        return search.find(query, dossiers).found().stream()
                .map(m -> m.response().responseId())
                .toList();
    }

    private Missing missing(RecoveryQuery query, List<Dossier> dossiers) {
        SearchResult findings = search.find(query, dossiers);
        assertThat(findings.found()).isEmpty();
        return findings.cause();
    }

    private static List<Dossier> dossiers(DecisionBuilder... decisions) {
        TreeMap<TicketId, Dossier> byTicket = new TreeMap<>();
        for (DecisionBuilder builder : decisions) {
            var decision = builder.build();
            TicketId id = new TicketId("acme", decision.ticketId());
            byTicket.put(id, byTicket.getOrDefault(id, Dossier.empty(id)).with(decision));
        }
        return List.copyOf(byTicket.values());
    }
}
