package io.amends.ingest.requests;

import io.amends.contracts.AuditAction;
import io.amends.contracts.EventTypes;
import io.amends.contracts.RequestFiled;
import io.amends.contracts.TicketKey;
import io.amends.contracts.Topics;
import io.amends.contracts.api.ListedRequest.RequestState;
import io.amends.ingest.recorder.Responses;
import io.amends.ingest.requests.FiledRequest.FilingEnd;
import io.amends.ingest.requests.RequestTable.StoredRequest;
import io.amends.ingest.requests.core.RequestForm;
import io.amends.kit.access.Signature;
import io.amends.kit.audit.AuditChange;
import io.amends.kit.audit.AuditTrail;
import io.amends.kit.directory.PortalDirectory;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.outbox.Outbox;
import io.amends.kit.rights.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Files requests, by one rule for people over HTTP and programs over Kafka (A9). The ticket is locked, so that what its
 * surveys say is true until the request is written, and others hear of both in that order.
 */
@ApplicationScoped
class RequestDesk {
    private final Outbox outbox;
    private final AuditTrail trail;
    private final Clock clock;

    RequestDesk(Outbox outbox, AuditTrail trail, Clock clock) {
        this.outbox = outbox;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Files a request in which nothing is wrong, or says why not.
     *
     * @param idempotencyKey the same key is the same request; null: the same words are
     * @param by who files it; whether they may for its support group was asked before
     * @param sight what they see of the portal
     */
    FiledRequest file(
            Handle tx,
            RequestForm form,
            PortalDirectory portal,
            @Nullable String idempotencyKey,
            Signature by,
            Sight sight) {
        RequestFiled filed =
                form.filed(form.id(idempotencyKey), portal, by, clock.instant().truncatedTo(ChronoUnit.MICROS));
        String ticket = TicketKey.of(filed.portal(), filed.ticketId(), "");
        Responses.lockTicket(tx, ticket);
        Optional<FiledRequest> before = before(tx, filed, form.hash());
        if (before.isPresent()) {
            return before.get();
        }
        // Before what its surveys say: a NO is nobody's affair who does not see them.
        if (RequestTable.hidden(tx, ticket, sight)) {
            return new FiledRequest(filed, FilingEnd.UNSEEN);
        }
        if (RequestTable.state(tx, ticket) == RequestState.REFUSED) {
            return new FiledRequest(filed, FilingEnd.CONTACT_REFUSED);
        }
        if (!RequestTable.insert(tx, ticket, form.hash(), filed)) {
            // Its key was used at the same time, for another ticket: that one is there by now.
            return before(tx, filed, form.hash()).orElseThrow();
        }
        outbox.add(
                tx,
                List.of(OutboundEvent.of(Topics.RECORDED, ticket, filed.requestId(), EventTypes.REQUEST_FILED, filed)));
        trail.add(tx, by, audited(filed));
        tx.afterCommit(outbox::wake);
        return new FiledRequest(filed, FilingEnd.FILED);
    }

    private static Optional<FiledRequest> before(Handle tx, RequestFiled filed, String hash) {
        return RequestTable.find(tx, filed.requestId()).map(known -> repeated(known, hash));
    }

    private static FiledRequest repeated(StoredRequest known, String hash) {
        return new FiledRequest(known.filed(), known.hash().equals(hash) ? FilingEnd.REPEATED : FilingEnd.KEY_USED);
    }

    /** That it was filed, and what it asks for; why is the customer's affair. */
    private static AuditChange audited(RequestFiled filed) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("ticketId", filed.ticketId());
        facts.put("supportGroup", filed.supportGroup());
        facts.put("type", filed.type());
        facts.put("format", filed.format());
        facts.put("urgent", filed.urgent());
        facts.put("region", filed.region());
        return AuditChange.of(filed.portal(), AuditAction.REQUEST_FILED, "request/" + filed.requestId())
                .now(facts);
    }
}
