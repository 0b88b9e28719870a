package io.amends.ingest.imports;

import io.amends.contracts.Reason;
import io.amends.ingest.http.FrontDoor;
import io.amends.ingest.http.FrontDoor.Admission;
import io.amends.ingest.imports.core.ColumnMapping;
import io.amends.ingest.imports.core.ColumnMapping.MappedRow;
import io.amends.ingest.imports.core.FileRow;
import io.amends.ingest.submission.Malformed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
     * @param admission null where it was not let in
     * @param reasons every reason why it was not; empty where it was
     * @param leftOut whether it is no customer's answer, so that nobody needs to correct it
     */
    record RowAnswer(@Nullable Admission admission, List<Reason> reasons, boolean leftOut) {
        static RowAnswer refused(List<Reason> reasons) {
            return new RowAnswer(null, reasons, false);
        }
    }

    /** Whether a row is let in. */
    RowAnswer ask(String portal, ColumnMapping mapping, FileRow row) {
        String fault = row.fault();
        if (fault != null) {
            return RowAnswer.refused(List.of(new Reason("", fault)));
        }
        Reason test = mapping.testAnswer(row);
        if (test != null) {
            return new RowAnswer(null, List.of(test), true);
        }
        MappedRow mapped = mapping.read(row);
        try {
            Admission admission = door.admitFrom(portal, mapped.response());
            return mapped.reasons().isEmpty()
                    ? new RowAnswer(admission, List.of(), false)
                    : RowAnswer.refused(mapped.reasons());
        } catch (Malformed e) {
            return RowAnswer.refused(all(mapped.reasons(), mapping.told(row, e.reasons())));
        }
    }

    /** What could not be read is missing in the response, which is no second reason. */
    private static List<Reason> all(List<Reason> unread, List<Reason> malformed) {
        Set<String> told = unread.stream().map(Reason::pointer).collect(Collectors.toSet());
        return Stream.concat(unread.stream(), malformed.stream().filter(reason -> !told.contains(reason.pointer())))
                .toList();
    }
}
