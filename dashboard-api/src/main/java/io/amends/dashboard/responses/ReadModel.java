package io.amends.dashboard.responses;

import io.amends.contracts.Topics;
import io.amends.kit.inbound.Consumers;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Starts what fills the read models. */
@ApplicationScoped
public class ReadModel {

    void start(@Observes StartupEvent event, Consumers consumers) {
        consumers.start(
                "responses",
                List.of(Topics.named(Topics.DECIDED), Topics.named(Topics.RECORDED)),
                new ResponsesConsumer());
        consumers.start("notes", List.of(Topics.named(Topics.CASES)), new CasesConsumer());
    }
}
