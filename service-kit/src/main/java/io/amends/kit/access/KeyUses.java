package io.amends.kit.access;

import io.amends.contracts.EventTypes;
import io.amends.contracts.Topics;
import io.amends.contracts.access.AccessKey;
import io.amends.contracts.access.KeyUsed;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.failure.Failures;
import io.amends.kit.failure.TransientFailure;
import io.amends.kit.id.Ids;
import io.amends.kit.produce.EventProducer;
import io.amends.kit.topic.TopicSetup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Gathers when each API key was used, and says it once a minute, so that no request writes for it (H2). What a killed
 * process has gathered in its last minute is lost, and said by the key's next use.
 */
@ApplicationScoped
public class KeyUses {
    private static final Logger LOG = Logger.getLogger(KeyUses.class);

    private final Map<String, KeyUsed> newest = new ConcurrentHashMap<>();
    private final EventProducer producer;
    private final TopicSetup topics;
    private final Clock clock;

    KeyUses(EventProducer producer, TopicSetup topics, Clock clock) {
        this.producer = producer;
        this.topics = topics;
        this.clock = clock;
    }

    void used(AccessKey key) {
        newest.put(key.keyId(), new KeyUsed(key.portal(), key.keyId(), clock.instant()));
    }

    @Scheduled(every = "${amends.keys.uses-said}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void say() {
        List<KeyUsed> gathered = List.copyOf(newest.values());
        if (gathered.isEmpty()) {
            return;
        }
        try {
            topics.ensure(List.of(Topics.named(Topics.KEY_USES)));
            producer.sendAll(gathered.stream().map(KeyUses::event).toList());
            // A use since then is another value, and stays.
            gathered.forEach(said -> newest.remove(said.keyId(), said));
        } catch (TransientFailure e) { // the next time says it
            LOG.debugf("the last uses of API keys are said later: %s", Failures.said(e));
        }
    }

    private static OutboundEvent event(KeyUsed used) {
        Instant at = used.usedAt();
        String id = Ids.v5(EventTypes.KEY_USED, used.keyId(), at.toString()).toString();
        return OutboundEvent.of(Topics.KEY_USES, used.keyId(), id, EventTypes.KEY_USED, used);
    }
}
