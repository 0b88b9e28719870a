package io.amends.rules.stage;

import io.amends.contracts.Topics;
import io.amends.contracts.Topics.Topic;
import io.amends.kit.failure.Failures;
import io.amends.kit.inbound.ConsumerPulse;
import io.amends.kit.inbound.DeadLetters;
import io.amends.kit.inbound.Pulses;
import io.amends.kit.kafka.KafkaAccess;
import io.amends.kit.lifecycle.Worker;
import io.amends.kit.topic.TopicSetup;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs the rules stage with the service: from when its topics are there, and anew where its client fails. */
@ApplicationScoped
class StageStart {
    private static final Logger LOG = Logger.getLogger(StageStart.class);
    private static final String NAME = "decider";
    private static final Topic HEARD = Topics.named(Topics.RECORDED);
    private static final Duration DRAIN = Duration.ofSeconds(10);

    private final KafkaAccess kafka;
    private final String group;
    private final RulesStage stage;
    private final TopicSetup topicSetup;
    private final DeadLetters deadLetters;
    private final ConsumerPulse pulse;
    private final Worker worker = new Worker("consumer-" + NAME, "consumer " + NAME + " starts again", this::decide);
    private volatile @Nullable StageLoop loop;

    StageStart(
            KafkaAccess kafka,
            @ConfigProperty(name = "quarkus.application.name") String application,
            RulesStage stage,
            TopicSetup topicSetup,
            DeadLetters deadLetters,
            Pulses pulses) {
        this.kafka = kafka;
        this.group = "amends." + application + "." + NAME;
        this.stage = stage;
        this.topicSetup = topicSetup;
        this.deadLetters = deadLetters;
        this.pulse = pulses.of(NAME);
    }

    void start(@Observes StartupEvent event) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) {
        worker.end();
        StageLoop running = loop;
        if (running != null) {
            running.stop();
        }
        worker.stop(DRAIN);
    }

    private void decide(Worker self) {
        pulse.waiting();
        try {
            deadLetters.expect(NAME, HEARD.name());
            topicSetup.ensure(Stream.concat(Topics.ALL.stream(), Stream.of(Topics.deadLetters(HEARD.name(), NAME)))
                    .toList());
            StageLoop next = new StageLoop(
                    NAME, HEARD.name(), kafka.consumer(StageLoop.settings(group)), stage, deadLetters, pulse);
            loop = next;
            if (!self.isEnding()) {
                next.run();
            }
        } catch (RuntimeException | Error e) {
            if (self.isEnding() || (e instanceof RuntimeException && Failures.isTransient(e))) {
                throw e;
            }
            // It stays dead: its pulse says so, and whoever watches this service starts it anew.
            pulse.died(e);
            LOG.errorf(Failures.withoutWords(e), "consumer %s died", NAME);
            self.end();
        }
    }
}
