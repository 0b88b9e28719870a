package io.amends.rules.stage;

import io.amends.contracts.Topics;
import io.amends.contracts.Topics.Topic;
import io.amends.kit.failure.Failures;
import io.amends.kit.inbound.ConsumerPulse;
import io.amends.kit.inbound.DeadLetters;
import io.amends.kit.inbound.Pulses;
import io.amends.kit.topic.TopicSetup;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs the rules stage with the service: from when its topics are there, and anew where its client fails. */
@ApplicationScoped
class StageStart {
    private static final Logger LOG = Logger.getLogger(StageStart.class);
    private static final String NAME = "decider";
    private static final Topic HEARD = Topics.named(Topics.RECORDED);
    private static final long RESTART_MILLIS = 1_000;
    private static final long DRAIN_MILLIS = 10_000;

    private final String bootstrap;
    private final String group;
    private final RulesStage stage;
    private final TopicSetup topicSetup;
    private final DeadLetters deadLetters;
    private final ConsumerPulse pulse;
    private final Thread thread = new Thread(this::keepRunning, "consumer-" + NAME);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable StageLoop loop;

    StageStart(
            @ConfigProperty(name = "amends.kafka") String bootstrap,
            @ConfigProperty(name = "quarkus.application.name") String application,
            RulesStage stage,
            TopicSetup topicSetup,
            DeadLetters deadLetters,
            Pulses pulses) {
        this.bootstrap = bootstrap;
        this.group = "amends." + application + "." + NAME;
        this.stage = stage;
        this.topicSetup = topicSetup;
        this.deadLetters = deadLetters;
        this.pulse = pulses.of(NAME);
    }

    void start(@Observes StartupEvent event) {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        StageLoop running = loop;
        if (running != null) {
            running.stop();
        }
        thread.join(DRAIN_MILLIS);
    }

    private void keepRunning() {
        try {
            do {
                pulse.waiting();
            } while (runOnce() && !stopping.await(RESTART_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether to begin anew after it. */
    private boolean runOnce() {
        try {
            deadLetters.expect(NAME, HEARD.name());
            topicSetup.ensure(Stream.concat(Topics.ALL.stream(), Stream.of(Topics.deadLetters(HEARD.name(), NAME)))
                    .toList());
            StageLoop next = new StageLoop(
                    NAME,
                    HEARD.name(),
                    new KafkaConsumer<>(
                            StageLoop.settings(bootstrap, group),
                            new ByteArrayDeserializer(),
                            new ByteArrayDeserializer()),
                    stage,
                    deadLetters,
                    pulse);
            loop = next;
            if (stopping.getCount() > 0) {
                next.run();
            }
            return false;
        } catch (RuntimeException e) {
            if (stopping.getCount() > 0 && !Failures.isTransient(e)) {
                pulse.died(e);
                LOG.errorf(Failures.withoutWords(e), "consumer %s died", NAME);
                return false;
            }
            LOG.warnf("consumer %s starts again: %s", NAME, Failures.said(e));
            return true;
        }
    }
}
