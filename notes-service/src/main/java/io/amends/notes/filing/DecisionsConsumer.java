package io.amends.notes.filing;

import io.amends.contracts.EventTypes;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.RecoveryDecided.Standing;
import io.amends.contracts.SurveyResponse;
import io.amends.kit.event.CloudEvent;
import io.amends.kit.failure.PermanentFailure;
import io.amends.kit.failure.TransientFailure;
import io.amends.kit.inbound.Consumers;
import io.amends.kit.inbound.EventHandler;
import io.amends.kit.inbound.Received;
import io.amends.notes.dossier.CaseEvent;
import io.amends.notes.dossier.Dossier;
import io.amends.notes.dossier.Turn;
import io.amends.notes.filing.TicketResponseTable.ResponseId;
import io.amends.notes.ticket.TicketId;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Hears every decision and lets the tickets' cases live by them (D7, A4, A8); a whole poll in a handful of statements. */
@ApplicationScoped
public class DecisionsConsumer implements EventHandler<RecoveryDecided> {
    private static final String NAME = "cases";

    private final Consumers consumers;
    private final TicketDesk desk;
    private final PortalFactsView facts;

    /** Events of the current batch that the metrics have not counted yet. */
    private List<CaseEvent> uncounted = List.of();

    DecisionsConsumer(Consumers consumers, TicketDesk desk, PortalFactsView facts) {
        this.consumers = consumers;
        this.desk = desk;
        this.facts = facts;
    }

    @Incoming(NAME)
    @Blocking
    CompletionStage<Void> hear(ConsumerRecords<byte[], byte[]> polled) {
        return consumers.hear(NAME, polled, this);
    }

    @Override
    public @Nullable RecoveryDecided read(Received record, CloudEvent event) {
        if (!event.type().equals(EventTypes.RECOVERY_DECIDED)) {
            return null;
        }
        RecoveryDecided decision = event.read(RecoveryDecided.class);
        requireWhole(decision);
        if (decision.standing() == Standing.WITHDRAWN) {
            return decision; // its group may be what is wrong with it, and nobody waits for that
        }
        try {
            facts.await(decision.portal(), decision.supportGroup());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransientFailure("interrupted while waiting for the directory", e);
        }
        return decision;
    }

    @Override
    public void apply(Handle tx, List<RecoveryDecided> batch) {
        Map<ResponseId, TicketId> filed = new HashMap<>(TicketResponseTable.tickets(tx, batch));
        Map<RecoveryDecided, TicketId> homes = homes(tx, batch, filed);
        TreeSet<TicketId> concerned = new TreeSet<>(homes.values());
        concerned.addAll(filed.values());
        SortedMap<TicketId, Dossier> before = new TreeMap<>(DossierTable.lock(tx, concerned));
        SortedMap<TicketId, Dossier> files = new TreeMap<>(before);
        List<CaseEvent> events = new ArrayList<>();
        for (RecoveryDecided decision : batch) {
            TicketId named = Objects.requireNonNull(homes.get(decision));
            TicketId earlier = filed.get(id(decision));
            TicketId home = earlier == null || places(decision, files.get(earlier)) ? named : earlier;
            filed.put(id(decision), home);
            if (earlier != null && !earlier.equals(home)) {
                refile(files, earlier, home, decision.responseId());
            }
            Turn turn = desk.turn(files.getOrDefault(home, Dossier.empty(home))).decided(decision);
            files.put(home, turn.dossier());
            events.addAll(turn.events());
        }
        uncounted = desk.file(tx, before, files, events);
    }

    @Override
    public void committed() {
        desk.committed(uncounted);
        uncounted = List.of();
    }

    /** The ticket whose case each decision belongs to: its own, or that of the case whose follow-up survey it answers. */
    private static Map<RecoveryDecided, TicketId> homes(
            Handle tx, List<RecoveryDecided> batch, Map<ResponseId, TicketId> filed) {
        List<String> cases = batch.stream()
                .flatMap(d -> Stream.ofNullable(d.response().followUpOf()))
                .toList();
        Map<String, TicketId> ofCase = cases.isEmpty() ? Map.of() : RecoveryCaseTable.tickets(tx, cases);
        Map<RecoveryDecided, TicketId> homes = new HashMap<>();
        for (RecoveryDecided decision : batch) {
            String followUpOf = decision.response().followUpOf();
            if (decision.standing() == Standing.WITHDRAWN) {
                homes.put(decision, filed.getOrDefault(id(decision), waiting(decision)));
                continue;
            }
            TicketId own = new TicketId(decision.portal(), decision.ticketId());
            TicketId answered = followUpOf == null ? own : ofCase.getOrDefault(followUpOf, own);
            homes.put(decision, answered.portal().equals(decision.portal()) ? answered : own);
        }
        return homes;
    }

    /** Where a withdrawal waits for the response that it withdraws: its own ticket may be what is missing. */
    private static TicketId waiting(RecoveryDecided withdrawal) {
        return new TicketId(withdrawal.portal(), "~" + withdrawal.responseId());
    }

    /** Whether a decision says where its response is filed: only one that is newer than what is there (A3). */
    private static boolean places(RecoveryDecided decision, @Nullable Dossier file) {
        return file == null
                || file.response(decision.responseId())
                        .map(known -> known.outdatedBy(decision))
                        .orElse(true);
    }

    private static ResponseId id(RecoveryDecided decision) {
        return new ResponseId(decision.portal(), decision.responseId());
    }

    /** A corrected ticket id takes the response, not the case, to another file. */
    private static void refile(Map<TicketId, Dossier> files, TicketId from, TicketId to, String responseId) {
        Dossier old = files.getOrDefault(from, Dossier.empty(from));
        old.response(responseId).ifPresent(response -> {
            files.put(from, old.without(responseId));
            files.put(to, files.getOrDefault(to, Dossier.empty(to)).holding(response));
        });
    }

    @SuppressWarnings("NullAway") // this is where what came over the wire becomes what the types say
    private static void requireWhole(RecoveryDecided d) {
        SurveyResponse response = d.response();
        boolean whole = response != null
                && response.submittedAt() != null
                && Stream.of(d.decisionId(), d.kind(), d.contact(), d.explanation())
                        .allMatch(Objects::nonNull)
                && Stream.of(d.portal(), d.responseId(), d.ticketId(), d.supportGroup())
                        .allMatch(id -> id != null && id.indexOf('\0') < 0)
                && Stream.of(d.portal(), d.responseId()).noneMatch(String::isEmpty)
                && (d.standing() == Standing.WITHDRAWN
                        || Stream.of(d.ticketId(), d.supportGroup()).noneMatch(String::isEmpty));
        if (!whole) {
            throw new PermanentFailure("a decision needs its ids, kind, contact, explanation and response");
        }
    }
}
