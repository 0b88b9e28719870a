package io.amends.dashboard.responses;

import io.amends.contracts.EventTypes;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.SurveyRecorded;
import io.amends.kit.event.CloudEvent;
import io.amends.kit.inbound.EventHandler;
import io.amends.kit.inbound.Received;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Keeps the report's table: the highest version of each response counts (F1). */
final class ResponsesConsumer implements EventHandler<ResponseChange> {

    @Override
    public @Nullable ResponseChange read(Received record, CloudEvent event) {
        return switch (event.type()) {
            case EventTypes.RECOVERY_DECIDED -> new ResponseChange.Decided(event.read(RecoveryDecided.class));
            case EventTypes.SURVEY_QUARANTINED -> withdrawn(event.read(SurveyRecorded.class));
            default -> null;
        };
    }

    @Override
    public void apply(Handle tx, List<ResponseChange> batch) {
        Map<List<String>, ResponseChange> newest = new LinkedHashMap<>();
        for (ResponseChange change : batch) {
            newest.merge(
                    List.of(change.portal(), change.responseId()),
                    change,
                    (a, b) -> b.version() >= a.version() ? b : a);
        }
        NoteTable.whileNotesStandStill(tx);
        Collection<ResponseChange> changes = newest.values();
        ResponseTable.withdraw(tx, only(ResponseChange.Withdrawn.class, changes));
        List<RecoveryDecided> decided = only(ResponseChange.Decided.class, changes).stream()
                .map(ResponseChange.Decided::decided)
                .toList();
        ResponseTable.upsert(tx, decided);
        NoteTable.followReplacements(tx, decided);
        LiveNews.responses(tx, decided);
    }

    private static @Nullable ResponseChange withdrawn(SurveyRecorded recorded) {
        return recorded.wasRecorded()
                ? new ResponseChange.Withdrawn(recorded.portal(), recorded.responseId(), recorded.responseVersion())
                : null;
    }

    private static <T> List<T> only(Class<T> type, Collection<?> all) {
        return all.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
