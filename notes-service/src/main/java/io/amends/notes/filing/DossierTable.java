package io.amends.notes.filing;

import io.amends.notes.cases.Case;
import io.amends.notes.dossier.Dossier;
import io.amends.notes.note.NoteMark;
import io.amends.notes.ticket.TicketId;
import io.amends.notes.ticket.TicketResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Loads the files of many tickets in a handful of statements, and writes back what changed in them. */
public final class DossierTable {
    private static final RowMapper<MarkRow> MARK = ConstructorMapper.of(MarkRow.class);

    private DossierTable() {}

    /** The mark of a note, and whose it is. */
    record MarkRow(@Nested TicketId ticket, @Nested NoteMark mark) {}

    /** The files of these tickets, locked until the end of the transaction; a new ticket gets an empty one. */
    public static Map<TicketId, Dossier> lock(Handle tx, Collection<TicketId> tickets) {
        return load(tx, TicketTable.lock(tx, tickets));
    }

    /** The files as they are; unknown tickets are left out. */
    public static Map<TicketId, Dossier> read(Handle db, Collection<TicketId> tickets) {
        return tickets.isEmpty() ? Map.of() : load(db, TicketTable.versions(db, tickets));
    }

    private static Map<TicketId, Dossier> load(Handle db, Map<TicketId, Long> versions) {
        Collection<TicketId> ids = versions.keySet();
        Map<TicketId, List<TicketResponse>> responses = TicketResponseTable.of(db, ids);
        Map<TicketId, Case> cases = RecoveryCaseTable.of(db, ids);
        Map<TicketId, List<NoteMark>> notes = marks(db, ids);
        Map<TicketId, Dossier> files = new TreeMap<>();
        versions.forEach((id, version) -> files.put(
                id,
                new Dossier(
                        id,
                        version,
                        responses.getOrDefault(id, List.of()),
                        cases.get(id),
                        notes.getOrDefault(id, List.of()))));
        return files;
    }

    private static Map<TicketId, List<NoteMark>> marks(Handle db, Collection<TicketId> tickets) {
        Map<TicketId, List<NoteMark>> byTicket = new HashMap<>();
        TicketTable.query(
                        db,
                        "SELECT portal, ticket_id, response_id, spoke, at FROM note",
                        tickets,
                        "ORDER BY portal, ticket_id, position")
                .map(MARK)
                .forEach(row -> byTicket.computeIfAbsent(row.ticket(), id -> new ArrayList<>())
                        .add(row.mark()));
        return byTicket;
    }

    /** Writes what differs; notes are written by whoever appended them. */
    public static void save(Handle tx, Map<TicketId, Dossier> before, Map<TicketId, Dossier> after) {
        Map<TicketId, List<TicketResponse>> responses = new HashMap<>();
        List<Case> cases = new ArrayList<>();
        List<Dossier> versions = new ArrayList<>();
        after.forEach((id, now) -> {
            Dossier was = before.getOrDefault(id, Dossier.empty(id));
            List<TicketResponse> changed = new ArrayList<>(now.responses());
            changed.removeAll(was.responses());
            responses.put(id, changed);
            Case theCase = now.recoveryCase();
            if (theCase != null && !Objects.equals(theCase, was.recoveryCase())) {
                cases.add(theCase);
            }
            if (now.version() != was.version()) {
                versions.add(now);
            }
        });
        TicketResponseTable.save(tx, responses);
        RecoveryCaseTable.save(tx, cases);
        TicketTable.saveVersions(tx, versions);
    }
}
