package io.amends.alerting.loop;

import static org.awaitility.Awaitility.await;

import io.amends.contracts.CaseChanged;
import io.amends.contracts.CaseView;
import io.amends.contracts.CaseView.CaseState;
import io.amends.contracts.EventTypes;
import io.amends.contracts.TicketKey;
import io.amends.contracts.Topics;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.id.Ids;
import io.amends.kit.produce.EventProducer;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Tells what became of cases, as notes-service would, and waits until alerting knows. */
@Singleton
class ClosedCases {
    private final EventProducer producer;
    private final Jdbi jdbi;

    ClosedCases(EventProducer producer, Jdbi jdbi) {
        this.producer = producer;
        this.jdbi = jdbi;
    }

    /** The case of a response that {@code Decisions.about} names was closed at a moment. */
    void closed(String cpc, String response, Instant at) {
        told(cpc, response, EventTypes.CASE_CLOSED, CaseState.CLOSED, 2, at);
    }

    /** It was opened again. */
    void reopened(String cpc, String response, Instant at) {
        told(cpc, response, EventTypes.CASE_REOPENED, CaseState.OPEN, 3, at);
    }

    private void told(String cpc, String response, String type, CaseState state, long version, Instant at) {
        String ticket = "T-" + response;
        String key = TicketKey.of(cpc, ticket, "");
        CaseView view = new CaseView(
                Ids.ofCase(cpc, ticket),
                cpc,
                ticket,
                response,
                "NET",
                state,
                null,
                null,
                List.of(),
                null,
                null,
                false,
                at,
                state.open() ? null : at);
        producer.sendAll(List.of(OutboundEvent.of(
                Topics.CASES,
                key,
                UUID.randomUUID().toString(),
                type,
                new CaseChanged(cpc, view, ticket, response, "NET", version, null, 0, false, at))));
        await().atMost(Scene.SOON)
                .until(() -> jdbi.withHandle(handle -> handle.select(
                                        "SELECT count(*) FROM case_end WHERE ticket_key = ? AND case_version = ?",
                                        key,
                                        version)
                                .mapTo(Long.class)
                                .one())
                        == 1);
    }
}
