package io.amends.kit.inbound;

import io.amends.kit.failure.Failures;
import io.amends.kit.failure.PermanentFailure;
import io.amends.kit.failure.TransientFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * Brings what was polled to its end, in place and however often that takes. Whoever polls moves the offset only then.
 *
 * <pre>
 * poll ──► process ──ok──► done
 *             │ transient: wait, and again
 *             │ permanent, many records: record by record
 *             └ permanent, one record: dead letter, and on
 * </pre>
 */
public final class UntilDone {
    private static final Logger LOG = Logger.getLogger(UntilDone.class);
    private static final long FIRST_BACKOFF_MILLIS = 100;
    private static final long LONGEST_BACKOFF_MILLIS = 5_000;

    private final String consumer;
    private final ConsumerStep step;
    private final DeadLetters deadLetters;
    private final ConsumerPulse pulse;
    private final RetryPause pause;
    private final BooleanSupplier stopping;

    /**
     * @param consumer whose dead letters they are
     * @param pause what is done between two tries
     * @param stopping whether this process ends: a batch that fails now is let go of
     */
    public UntilDone(
            String consumer,
            ConsumerStep step,
            DeadLetters deadLetters,
            ConsumerPulse pulse,
            RetryPause pause,
            BooleanSupplier stopping) {
        this.consumer = consumer;
        this.step = step;
        this.deadLetters = deadLetters;
        this.pulse = pulse;
        this.pause = pause;
        this.stopping = stopping;
    }

    /** Lets time pass between two tries. */
    @FunctionalInterface
    public interface RetryPause {
        void pass(long millis) throws InterruptedException;
    }

    /** Works on what was polled; false if this process stops first, and then nothing of it may be committed. */
    public boolean work(ConsumerRecords<byte[], byte[]> polled) {
        List<Received> batch = new ArrayList<>(polled.count());
        for (ConsumerRecord<byte[], byte[]> record : polled) {
            batch.add(Received.of(record));
        }
        pulse.working(batch.get(0).acceptedAt());
        boolean done;
        try {
            done = untilDone(batch, 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (Error e) {
            pulse.died(e);
            throw e;
        }
        if (done) {
            pulse.done(batch.size());
        }
        return done;
    }

    private boolean untilDone(List<Received> batch, int triedBefore) throws InterruptedException {
        long backoff = FIRST_BACKOFF_MILLIS;
        for (int attempt = triedBefore; ; attempt++) {
            pulse.trying();
            try {
                deadLetters.put(consumer, step.process(batch), attempt);
                return true;
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                // While stopping, pools close under our feet: nothing that fails now is a bad record.
                if (stopping.getAsBoolean()) {
                    return false;
                }
                if (!Failures.isTransient(e)) {
                    return batch.size() == 1 ? bury(batch.get(0), attempt, e) : oneByOne(batch, attempt);
                }
                LOG.warnf("%s tries again in %d ms: %s", consumer, backoff, Failures.said(e));
                backoff = waited(backoff);
            }
        }
    }

    private boolean oneByOne(List<Received> batch, int attempt) throws InterruptedException {
        for (Received record : batch) {
            if (!untilDone(List.of(record), attempt)) {
                return false;
            }
        }
        return true;
    }

    private boolean bury(Received record, int attempt, Exception e) throws InterruptedException {
        if (!(e instanceof PermanentFailure)) { // what is refused for a reason is told by its dead letter
            LOG.errorf(
                    Failures.withoutWords(e),
                    "%s can never process %s-%d@%d",
                    consumer,
                    record.topic(),
                    record.partition(),
                    record.offset());
        }
        List<Rejection> rejection = List.of(new Rejection(record, Failures.said(e)));
        long backoff = FIRST_BACKOFF_MILLIS;
        while (!stopping.getAsBoolean()) {
            pulse.trying();
            try {
                deadLetters.put(consumer, rejection, attempt);
                return true;
            } catch (TransientFailure notTaken) {
                backoff = waited(backoff);
            }
        }
        return false;
    }

    /** Waits that long; returns how long the next wait is. */
    private long waited(long millis) throws InterruptedException {
        pulse.retrying();
        pause.pass(millis);
        return Math.min(millis * 2, LONGEST_BACKOFF_MILLIS);
    }
}
