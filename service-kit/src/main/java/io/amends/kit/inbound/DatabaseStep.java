package io.amends.kit.inbound;

import io.amends.kit.event.CloudEvent;
import io.amends.kit.failure.PermanentFailure;
import io.micrometer.core.instrument.Counter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * One poll, one transaction: inbox, effect and outbox commit together, then the offset moves. A crash before the commit
 * repeats the poll; a crash after it repeats it into the inbox, where it has no second effect.
 */
public final class DatabaseStep<T> implements ConsumerStep {
    private final Jdbi jdbi;
    private final String consumer;
    private final EventHandler<T> handler;
    private final Counter repeated;

    /** @param repeated counts the deliveries that had no second effect */
    public DatabaseStep(Jdbi jdbi, String consumer, EventHandler<T> handler, Counter repeated) {
        this.jdbi = jdbi;
        this.consumer = consumer;
        this.handler = handler;
        this.repeated = repeated;
    }

    private record Decoded<T>(Inbox.InboxKey delivery, T value) {}

    @Override
    public List<Rejection> process(List<Received> batch) {
        List<Rejection> rejected = new ArrayList<>();
        List<Decoded<T>> decoded = new ArrayList<>(batch.size());
        for (Received record : batch) {
            try {
                CloudEvent event = record.event();
                T value = handler.read(record, event);
                if (value != null) {
                    decoded.add(new Decoded<>(new Inbox.InboxKey(event.source(), event.id()), value));
                }
            } catch (PermanentFailure e) {
                rejected.add(new Rejection(record, e.reason()));
            }
        }
        if (!decoded.isEmpty()) {
            jdbi.useTransaction(tx -> apply(tx, decoded));
            handler.committed();
        }
        return rejected;
    }

    private void apply(Handle tx, List<Decoded<T>> decoded) {
        Set<Inbox.InboxKey> fresh = Inbox.enter(
                tx, consumer, decoded.stream().map(Decoded::delivery).collect(Collectors.toList()));
        List<T> values = new ArrayList<>(fresh.size());
        for (Decoded<T> d : decoded) {
            if (fresh.remove(d.delivery())) {
                values.add(d.value());
            }
        }
        repeated.increment(decoded.size() - (double) values.size());
        if (!values.isEmpty()) {
            handler.apply(tx, values);
        }
    }
}
