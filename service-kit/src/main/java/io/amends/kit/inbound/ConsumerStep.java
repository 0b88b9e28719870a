package io.amends.kit.inbound;

import java.util.List;

/** What a consumer does with one poll. */
@FunctionalInterface
public interface ConsumerStep {

    /**
     * Processes a batch in order. All effects are durable when it returns; the offset moves only then. The same batch,
     * or a part of it, may come again after a crash, so the step is idempotent.
     *
     * @return the records that can never be processed
     * @throws Exception transient ({@link io.amends.kit.failure.Failures}): the batch is tried again in place; other:
     *     it is tried record by record, and the one that fails again goes to the dead letters
     */
    List<Rejection> process(List<Received> batch) throws Exception;
}
