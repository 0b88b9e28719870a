package io.amends.dashboard.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.AuditAction;
import io.amends.contracts.EventTypes;
import io.amends.contracts.Json;
import io.amends.kit.event.CloudEvent;
import io.amends.kit.failure.PermanentFailure;
import io.amends.kit.inbound.Consumers;
import io.amends.kit.inbound.EventHandler;
import io.amends.kit.inbound.Received;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the entries of the audit log (H4). An entry is kept as it came, so that a kind of change that this version does not
 * know yet is there all the same.
 */
@ApplicationScoped
public class AuditConsumer implements EventHandler<AuditConsumer.AuditArrival> {
    static final String ENTRIES = "amends.audit.entries";

    private static final String NAME = "audit";
    private static final String UNKNOWN = "OTHER";

    private final Consumers consumers;
    private final MeterRegistry metrics;
    private List<AuditArrival> uncounted = List.of(); // of the one batch that is in hand

    AuditConsumer(Consumers consumers, MeterRegistry metrics) {
        this.consumers = consumers;
        this.metrics = metrics;
    }

    /**
     * An entry that has come in.
     *
     * @param id of its event, with the source that gave it
     * @param entry all of it
     */
    record AuditArrival(String id, AuditHead head, ObjectNode entry) {}

    /** What the log is filtered and sorted by. The words are text: a newer version may have others. */
    record AuditHead(String portal, Instant at, String who, String what) {}

    @Incoming(NAME)
    @Blocking
    CompletionStage<Void> hear(ConsumerRecords<byte[], byte[]> polled) {
        return consumers.hear(NAME, polled, this);
    }

    @Override
    @SuppressWarnings("NullAway") // this is where what came over the wire becomes what the types say
    public @Nullable AuditArrival read(Received record, CloudEvent event) {
        if (!event.type().equals(EventTypes.AUDIT_RECORDED)) {
            return null;
        }
        AuditHead head = event.read(AuditHead.class);
        if (head.portal() == null || head.at() == null || head.who() == null || head.what() == null) {
            throw new PermanentFailure("an audit entry names portal, at, who and what");
        }
        return new AuditArrival(event.source() + "/" + event.id(), head, event.read(ObjectNode.class));
    }

    @Override
    public void apply(Handle tx, List<AuditArrival> batch) {
        // The inbox forgets after a time, and the topic does not: an entry that comes again then is there already.
        PreparedBatch entries = tx.prepareBatch(
                """
                insert into audit_entry (id, portal, at, who, what, entry, search)
                values (:id, :portal, :at, :who, :what, cast(:entry as jsonb), :search) on conflict do nothing""");
        for (AuditArrival arrived : batch) {
            entries.bind("id", arrived.id())
                    .bind("portal", arrived.head().portal())
                    .bind("at", arrived.head().at())
                    .bind("who", arrived.head().who())
                    .bind("what", arrived.head().what())
                    .bind("entry", new String(Json.write(arrived.entry()), StandardCharsets.UTF_8))
                    .bind("search", search(arrived.entry()))
                    .add();
        }
        entries.execute();
        uncounted = batch;
    }

    @Override
    public void committed() {
        uncounted.forEach(arrived -> metrics.counter(
                        ENTRIES,
                        "what",
                        AuditAction.named(arrived.head().what()).map(Enum::name).orElse(UNKNOWN))
                .increment());
        uncounted = List.of();
    }

    private static String search(ObjectNode entry) {
        StringBuilder words = new StringBuilder();
        for (String field : List.of("who", "key", "what", "subject", "before", "after", "reason", "address")) {
            JsonNode value = entry.path(field);
            words.append(value.isTextual() ? value.textValue() : value.toString())
                    .append('\n');
        }
        return words.toString().toLowerCase(Locale.ROOT);
    }
}
