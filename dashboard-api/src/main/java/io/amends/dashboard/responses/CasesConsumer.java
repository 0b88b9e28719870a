package io.amends.dashboard.responses;

import io.amends.contracts.CaseChanged;
import io.amends.contracts.EventTypes;
import io.amends.contracts.Topics;
import io.amends.kit.event.CloudEvent;
import io.amends.kit.inbound.EventHandler;
import io.amends.kit.inbound.Received;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Keeps the notes and the case states that the report shows (F1). */
final class CasesConsumer implements EventHandler<CaseChanged> {

    @Override
    public @Nullable CaseChanged read(Received record, CloudEvent event) {
        return EventTypes.on(Topics.CASES).contains(event.type()) ? event.read(CaseChanged.class) : null;
    }

    @Override
    public void apply(Handle tx, List<CaseChanged> batch) {
        List<CaseChanged> noted = batch.stream().filter(c -> c.note() != null).toList();
        if (!noted.isEmpty()) {
            NoteTable.beforeNotesChange(tx);
        }
        CaseTable.upsert(tx, batch);
        noted.forEach(c -> NoteTable.add(tx, c));
        LiveNews.cases(tx, batch);
    }
}
