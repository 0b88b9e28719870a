package io.amends.dashboard.responses;

import io.amends.contracts.EventTypes;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.RecoveryDecided.Standing;
import io.amends.contracts.SurveyRecorded;
import io.amends.kit.event.CloudEvent;
import io.amends.kit.inbound.EventHandler;
import io.amends.kit.inbound.Received;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the report's table (F1): of each response the highest version that was decided, and the highest that was
 * withdrawn. Decisions and quarantine come over two topics, in any order and more than once; which of the two versions is
 * higher says whether the response is listed.
 */
final class ResponsesConsumer implements EventHandler<ResponseChange> {

    @Override
    public @Nullable ResponseChange read(Received record, CloudEvent event) {
        return switch (event.type()) {
            case EventTypes.RECOVERY_DECIDED -> decided(event.read(RecoveryDecided.class));
            case EventTypes.SURVEY_QUARANTINED -> withdrawn(event.read(SurveyRecorded.class));
            default -> null;
        };
    }

    @Override
    public void apply(Handle tx, List<ResponseChange> batch) {
        NoteTable.whileNotesStandStill(tx);
        List<ResponseChange.Withdrawn> withdrawn = newest(ResponseChange.Withdrawn.class, batch);
        List<RecoveryDecided> decided = newest(ResponseChange.Decided.class, batch).stream()
                .map(ResponseChange.Decided::decided)
                .toList();
        ResponseTable.withdraw(tx, withdrawn);
        Map<ToldResponse, String> left = ResponseTable.leaving(tx, decided);
        ResponseTable.upsert(tx, decided);
        NoteTable.follow(tx, batch);
        LiveNews.withdrawn(tx, withdrawn);
        LiveNews.responses(tx, decided, left);
    }

    static ResponseChange decided(RecoveryDecided decided) {
        return decided.standing() == Standing.WITHDRAWN
                ? new ResponseChange.Withdrawn(decided.portal(), decided.responseId(), decided.responseVersion())
                : new ResponseChange.Decided(decided);
    }

    private static @Nullable ResponseChange withdrawn(SurveyRecorded recorded) {
        return recorded.wasRecorded()
                ? new ResponseChange.Withdrawn(recorded.portal(), recorded.responseId(), recorded.responseVersion())
                : null;
    }

    private static <T extends ResponseChange> List<T> newest(Class<T> type, List<ResponseChange> batch) {
        return List.copyOf(Newest.of(
                batch.stream().filter(type::isInstance).map(type::cast),
                change -> List.of(change.portal(), change.responseId()),
                ResponseChange::version));
    }
}
