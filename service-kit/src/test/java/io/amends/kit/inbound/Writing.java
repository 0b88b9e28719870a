package io.amends.kit.inbound;

import io.amends.kit.event.CloudEvent;
import io.amends.kit.failure.PermanentFailure;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The effect of the kit's tests: a row for each event, that a second delivery would repeat. */
class Writing implements EventHandler<CloudEvent> {
    @Override
    public CloudEvent read(Received record, CloudEvent event) {
        event.read(String.class);
        return event;
    }

    @Override
    public void apply(Handle tx, List<CloudEvent> batch) {
        for (CloudEvent event : batch) {
            if (event.id().isEmpty()) {
                throw new PermanentFailure("no id");
            }
            tx.execute("INSERT INTO effect (key, body) VALUES (?, ?)", event.id(), new String(event.data()));
        }
    }
}
