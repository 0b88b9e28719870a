package io.amends.ingest.imports;

import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import io.amends.ingest.http.FrontDoor;
import io.amends.ingest.http.FrontDoor.Admission;
import io.amends.ingest.imports.core.ColumnMapping;
import io.amends.ingest.imports.core.ColumnMapping.MappedRow;
import io.amends.ingest.imports.core.FileRow;
import io.amends.ingest.submission.Malformed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes rows to the door by which every survey comes in. */
@ApplicationScoped
class RowDoor {
    private final FrontDoor door;

    RowDoor(FrontDoor door) {
        this.door = door;
    }

    /**
     * A row at the door.
     *
     * @param admission null where it was refused
     * @param reasons why it was; empty where it was not
     */
    record RowAnswer(@Nullable Admission admission, List<Reason> reasons) {}

    /** Whether a row is let in. */
    RowAnswer ask(String portal, ColumnMapping mapping, FileRow row) {
        String fault = row.fault();
        if (fault != null) {
            return new RowAnswer(null, List.of(new Reason("", fault)));
        }
        MappedRow mapped = mapping.read(row);
        if (!mapped.reasons().isEmpty()) {
            return new RowAnswer(null, mapped.reasons());
        }
        try {
            return new RowAnswer(door.admitFrom(portal, Json.write(mapped.response())), List.of());
        } catch (Malformed e) {
            return new RowAnswer(null, mapping.told(row, e.reasons()));
        }
    }
}
