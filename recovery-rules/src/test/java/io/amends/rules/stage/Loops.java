package io.amends.rules.stage;

import io.amends.kit.inbound.ConsumerPulse;
import io.amends.kit.inbound.ConsumerStep;
import io.amends.kit.inbound.DeadLetters;
import io.amends.kit.kafka.KafkaAccess;
import io.amends.kit.produce.EventProducer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Runs the stage's own loop in a test, as one of several instances that no framework starts or stops. */
final class Loops {
    private Loops() {}

    /** An instance; {@code stop} ends it in order, an Error out of its step ends it at once, without a commit. */
    record Instance(Runnable stop, Thread thread) {}

    /** Starts an instance with the live settings but fewer records a poll, and these on top. */
    static Instance start(
            String bootstrap,
            String group,
            String topic,
            ConsumerStep step,
            EventProducer producer,
            Map<String, Object> more) {
        Map<String, Object> settings =
                new HashMap<>(KafkaAccess.plain(bootstrap).with(StageLoop.settings(group)));
        settings.put("max.poll.records", 100);
        settings.putAll(more);
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        StageLoop loop = new StageLoop(
                "decider",
                topic,
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                step,
                new DeadLetters(producer, metrics),
                new ConsumerPulse("decider", Clock.systemUTC(), metrics));
        Thread thread = new Thread(loop, "instance");
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((dead, error) -> {});
        thread.start();
        return new Instance(loop::stop, thread);
    }
}
