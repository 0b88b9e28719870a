package io.amends.ingest.recorder;

import io.amends.contracts.ChangeCause;
import io.amends.contracts.Topics;
import io.amends.ingest.response.HeldResponse;
import io.amends.ingest.response.Ledger;
import io.amends.ingest.response.ResponseKey;
import io.amends.ingest.response.ResponseRevision;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.directory.PortalDirectory;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.id.Ids;
import io.amends.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Carries out work on responses as one transaction: tickets locked, ledger, rows, history and outbox. */
@ApplicationScoped
public class Books {
    private final DirectoryView directory;
    private final Outbox outbox;
    private final Clock clock;

    Books(DirectoryView directory, Outbox outbox, Clock clock) {
        this.directory = directory;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Does the work on a ledger that holds all responses of the tickets named and of those the responses are on.
     *
     * @param origin where the changes come from
     * @return the ledger after the work
     */
    public Ledger post(
            Handle tx,
            Collection<ResponseKey> responses,
            Collection<String> tickets,
            ResponseHistory.ChangeOrigin origin,
            Consumer<Ledger> work) {
        List<HeldResponse> loaded = Responses.lock(tx, responses, tickets);
        // Before the directories: what is judged is then never older than the offset says.
        long offset = directory.offset();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Ledger ledger = new Ledger(loaded, directories(responses), offset, now);
        work.accept(ledger);
        Responses.store(
                tx, ledger.touched(), loaded.stream().map(HeldResponse::key).collect(Collectors.toSet()));
        ResponseHistory.write(tx, ledger.changes(), ledger.stale(), origin, now);
        outbox.add(
                tx,
                ledger.changes().stream()
                        .map(change -> event(change, origin.cause()))
                        .toList());
        return ledger;
    }

    private Map<String, PortalDirectory> directories(Collection<ResponseKey> responses) {
        Set<String> portals = responses.stream().map(ResponseKey::portal).collect(Collectors.toSet());
        Map<String, PortalDirectory> found = new HashMap<>();
        for (String portal : portals) {
            PortalDirectory known = directory.portal(portal);
            if (known != null) {
                found.put(portal, known);
            }
        }
        return found;
    }

    private static OutboundEvent event(ResponseRevision change, ChangeCause cause) {
        HeldResponse after = change.after();
        String id = Ids.v5(after.response().portal(), after.response().responseId(), Long.toString(after.version()))
                .toString();
        return OutboundEvent.of(Topics.RECORDED, after.response().ticketKey(), id, change.type(), change.event(cause));
    }
}
