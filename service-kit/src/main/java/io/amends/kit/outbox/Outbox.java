package io.amends.kit.outbox;

import io.amends.kit.event.OutboundEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Events that are written in the transaction of their effect; the relay publishes them after the commit. */
@ApplicationScoped
public class Outbox {
    private final Semaphore wakeUp = new Semaphore(0);

    /**
     * Writes events in order. Call with the key's row locked: order per key is the order of these rows.
     *
     * @throws EventTooLarge if the topic would refuse one: what cannot be told to others must not be done
     */
    public void add(Handle tx, Collection<OutboundEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        PreparedBatch batch = tx.prepareBatch(
                """
                INSERT INTO outbox (topic, key, event_id, type, subject, data)
                VALUES (:topic, :key, :id, :type, :subject, :data)""");
        for (OutboundEvent event : events) {
            EventTooLarge.check(event);
            batch.bind("topic", event.topic())
                    .bind("key", event.key())
                    .bind("id", event.id())
                    .bind("type", event.type())
                    .bind("subject", event.subject())
                    .bind("data", event.data())
                    .add();
        }
        batch.execute();
    }

    /** Tells the relay that rows were committed; it would find them within its own interval anyway. */
    public void wake() {
        if (wakeUp.availablePermits() == 0) {
            wakeUp.release();
        }
    }

    void awaitWork(long millis) throws InterruptedException {
        if (wakeUp.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            wakeUp.drainPermits();
        }
    }
}
