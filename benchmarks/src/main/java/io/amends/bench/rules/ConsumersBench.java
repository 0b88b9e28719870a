package io.amends.bench.rules;

import io.amends.bench.BenchReport;
import io.amends.bench.Contender;
import io.amends.bench.Rounds;
import io.amends.contracts.Topics.Topic;
import io.amends.kit.event.CloudEvent;
import io.amends.kit.inbound.DatabaseStep;
import io.amends.kit.inbound.EventHandler;
import io.amends.kit.inbound.Instance;
import io.amends.kit.inbound.Received;
import io.amends.kit.produce.Sending;
import io.amends.kit.testing.Workbench;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;

/**
 * What the transport costs a consumer that writes to a database: SmallRye's channel with the live settings, beside a loop
 * that polls for itself. Both do the same with each poll: inbox and effect in one transaction, 500 at a time.
 */
final class ConsumersBench {
    private static final int RECORDS = 100_000;
    private static final int BATCH = 500;
    private static final int GIVE_UP_SECONDS = 120;
    private static final String LOOP = "own loop";

    private final Workbench bench = new Workbench();
    private final Topic topic = bench.topic();

    void run(BenchReport report, int repetitions, long seed) throws Exception {
        fill();
        Loop loop = new Loop(bench.brokers.bootstrap(), topic.name(), false, BATCH);
        List<Contender> contenders = List.of(
                new Contender(LOOP, () -> loop.run(RECORDS, step()::process)),
                new Contender(LOOP + " again (A/A)", () -> loop.run(RECORDS, step()::process)),
                new Contender("SmallRye's channel", this::channel));
        report.rates("consumers that write", Rounds.run(contenders, repetitions, seed), List.of(LOOP));
    }

    /** Records per second from the first poll until the last one is applied. */
    private double channel() throws Exception {
        RowEffects effects = new RowEffects();
        String consumer = "channel-" + UUID.randomUUID();
        Instance instance = new Instance(
                bench,
                Clock.systemUTC(),
                consumer,
                topic,
                Map.of("group.id", consumer),
                (consumers, polled) -> consumers.hear(consumer, polled, effects));
        try {
            return effects.rate();
        } finally {
            instance.stop();
        }
    }

    private DatabaseStep<CloudEvent> step() {
        return new DatabaseStep<>(
                bench.jdbi, "loop-" + UUID.randomUUID(), new RowEffects(), bench.metrics.counter("bench.repeated"));
    }

    private void fill() {
        int atOnce = 5_000;
        for (int sent = 0; sent < RECORDS; sent += atOnce) {
            Sending sending = bench.producer.sending();
            for (int i = 0; i < atOnce; i++) {
                int n = sent + i;
                sending.send(
                        bench.event(topic, "k" + n % 1_000, "e" + n, "an effect of some seventy characters, " + n));
            }
            sending.await();
        }
    }

    /** Writes a row for each event. */
    private static final class RowEffects implements EventHandler<CloudEvent> {
        private long first;
        private long last;
        private int seen;

        @Override
        public synchronized CloudEvent read(Received record, CloudEvent event) {
            first = first == 0 ? System.nanoTime() : first;
            return event;
        }

        @Override
        public void apply(Handle tx, List<CloudEvent> batch) {
            tx.createUpdate("INSERT INTO effect (key, body) SELECT * FROM unnest(:keys, :bodies)")
                    .bindArray(
                            "keys",
                            String.class,
                            batch.stream().map(CloudEvent::id).toList())
                    .bindArray(
                            "bodies",
                            String.class,
                            batch.stream()
                                    .map(event -> new String(event.data(), java.nio.charset.StandardCharsets.UTF_8))
                                    .toList())
                    .execute();
            done(batch.size());
        }

        private synchronized void done(int count) {
            seen += count;
            last = System.nanoTime();
            notifyAll();
        }

        synchronized double rate() throws InterruptedException {
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(GIVE_UP_SECONDS);
            while (seen < RECORDS) {
                if (System.nanoTime() > until) {
                    throw new IllegalStateException("only " + seen + " of " + RECORDS + " records came");
                }
                TimeUnit.SECONDS.timedWait(this, 1);
            }
            return seen / ((last - first) / 1e9);
        }
    }
}
