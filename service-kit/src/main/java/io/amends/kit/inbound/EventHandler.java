package io.amends.kit.inbound;

import io.amends.kit.event.CloudEvent;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What a database consumer does with events; inbox, transaction, dead letters and retry are the kit's.
 *
 * @param <T> the event as this consumer reads it
 */
public interface EventHandler<T> {

    /**
     * Decodes and checks one event, without effects.
     *
     * @return null if it is not for this consumer
     * @throws io.amends.kit.failure.PermanentFailure if it can never be processed
     */
    @Nullable
    T read(Received record, CloudEvent event);

    /** The effects of the events not seen before, in order, in one transaction with the inbox. */
    void apply(Handle tx, List<T> batch);

    /** After the commit: wake who waits for the outbox. */
    default void committed() {}
}
