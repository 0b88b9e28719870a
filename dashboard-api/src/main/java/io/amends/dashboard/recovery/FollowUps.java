package io.amends.dashboard.recovery;

import io.amends.contracts.EventTypes;
import io.amends.contracts.FollowUp;
import io.amends.kit.event.CloudEvent;
import io.amends.kit.inbound.Consumers;
import io.amends.kit.inbound.EventHandler;
import io.amends.kit.inbound.Received;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** What became of the follow-up survey of each closed case (E1, E2), so that the dialog can tell. */
@ApplicationScoped
public class FollowUps {
    private static final String NAME = "followups";

    private final Consumers consumers;
    private final Jdbi jdbi;

    FollowUps(Consumers consumers, Jdbi jdbi) {
        this.consumers = consumers;
        this.jdbi = jdbi;
    }

    /**
     * What became of it.
     *
     * @param skipped why there is none; null where it was requested
     */
    public record Result(FollowUp.@Nullable SkipReason skipped) {}

    @Incoming(NAME)
    @Blocking
    CompletionStage<Void> hear(ConsumerRecords<byte[], byte[]> polled) {
        return consumers.hear(NAME, polled, new Reader());
    }

    Optional<Result> ofCase(String portal, String caseId) {
        return jdbi.withHandle(
                h -> h.createQuery("select skipped from follow_up where portal = :portal and case_id = :case")
                        .bind("portal", portal)
                        .bind("case", caseId)
                        .map(ConstructorMapper.of(Result.class))
                        .findOne());
    }

    private static final class Reader implements EventHandler<FollowUp> {
        @Override
        public @Nullable FollowUp read(Received record, CloudEvent event) {
            return switch (event.type()) {
                case EventTypes.FOLLOWUP_REQUESTED, EventTypes.FOLLOWUP_SKIPPED -> event.read(FollowUp.class);
                default -> null;
            };
        }

        @Override
        public void apply(Handle tx, List<FollowUp> batch) {
            for (FollowUp f : batch) {
                tx.createUpdate(
                                """
                                insert into follow_up (portal, case_id, skipped) values (:portal, :case, :skipped)
                                on conflict (portal, case_id) do update set skipped = excluded.skipped
                                """)
                        .bind("portal", f.portal())
                        .bind("case", f.caseId())
                        .bind("skipped", f.reason() == null ? null : f.reason().name())
                        .execute();
            }
        }
    }
}
