package io.amends.kit.inbound;

import io.amends.contracts.Topics.Topic;
import io.amends.kit.testing.Workbench;
import io.amends.local.process.ParentWatch;
import io.amends.local.testing.SharedBrokers;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** A consumer in a process of its own, for a test that kills it. */
final class KillableConsumer {
    static final String CONSUMER = "effects";
    /** A name of its own in its group: the next process of that name has its place at once, not after its session. */
    private static final String PLACE = "the-one-that-is-killed";

    private KillableConsumer() {}

    /** What {@link #main} is told. */
    static List<String> arguments(Workbench bench, String postgres, Topic topic, String group) {
        return List.of(
                bench.brokers.bootstrap(),
                postgres,
                bench.brokers.user(),
                bench.brokers.password(),
                bench.database,
                topic.name(),
                group);
    }

    public static void main(String[] told) {
        ParentWatch.begin();
        Workbench bench = new Workbench(new SharedBrokers(told[0], told[1], told[2], told[3]), told[4]);
        ConsumerStep step = new DatabaseStep<>(bench.jdbi, CONSUMER, new Writing(), bench.metrics.counter("hits"));
        new Instance(
                bench,
                Clock.systemUTC(),
                CONSUMER,
                Workbench.topic(told[5]),
                Map.of("group.id", told[6], "group.instance.id", PLACE),
                (consumers, polled) -> consumers.hear(CONSUMER, polled, step));
    }
}
