package io.amends.rules.stage;

import io.amends.contracts.Topics;
import io.amends.kit.inbound.Consumers;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Starts the rules stage with the service. */
@ApplicationScoped
class StageStart {
    void start(@Observes StartupEvent event, Consumers consumers, RulesStage stage) {
        consumers.start("decider", List.of(Topics.named(Topics.RECORDED)), stage);
    }
}
